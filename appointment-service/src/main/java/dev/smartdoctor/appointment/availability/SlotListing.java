package dev.smartdoctor.appointment.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.smartdoctor.appointment.availability.DaySlotsView.DaySlots;

/** What several doctors' schedules come to for one kind of visit; pure computation over what was read. */
final class SlotListing {

    private final List<DoctorSchedule> schedules;
    private final VisitRules rules;
    private final Availability availability;

    SlotListing(List<DoctorSchedule> schedules, VisitRules rules, Instant now) {
        this.schedules = schedules;
        this.rules = rules;
        this.availability = new Availability(rules, now);
    }

    /** Every slot between the dates that does not start before {@code notBefore}, by start, then by doctor. */
    List<SlotView> slots(LocalDate from, LocalDate to, Instant notBefore) {
        List<Entry> entries = new ArrayList<>();
        for (DoctorSchedule schedule : schedules) {
            for (Slot slot : availability.slots(schedule, from, to)) {
                if (!slot.start().toInstant().isBefore(notBefore)) {
                    entries.add(new Entry(slot, schedule));
                }
            }
        }
        // Doctors come in order of name and the sort is stable.
        entries.sort(Comparator.comparingLong(entry -> entry.slot().start().toEpochSecond()));
        return entries.stream().map(this::view).toList();
    }

    /** Count and first slot per doctor and local date, by date, then by doctor. */
    List<DaySlots> days(LocalDate from, LocalDate to) {
        List<DaySlots> days = new ArrayList<>();
        for (DoctorSchedule schedule : schedules) {
            Map<LocalDate, List<Slot>> byDate = new LinkedHashMap<>();
            for (Slot slot : availability.slots(schedule, from, to)) {
                byDate.computeIfAbsent(slot.start().toLocalDate(), date -> new ArrayList<>()).add(slot);
            }
            byDate.forEach((date, slots) -> days.add(new DaySlots(schedule.doctorId(), schedule.doctorName(), date,
                    slots.size(), view(new Entry(slots.get(0), schedule)))));
        }
        days.sort(Comparator.comparing(DaySlots::date));
        return days;
    }

    VisitRules rules() {
        return rules;
    }

    private SlotView view(Entry entry) {
        return SlotView.of(entry.slot(), entry.schedule(), rules.code());
    }

    private record Entry(Slot slot, DoctorSchedule schedule) {}
}
