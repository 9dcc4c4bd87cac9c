package dev.smartdoctor.appointment.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one function that says when a doctor can be booked: same arguments, same slots. Starts lie on the wall-clock grid
 * of the working hours (from, from + duration, …); a grid time that the clocks skip is not offered, one that they show
 * twice is offered twice. Local dates are walked, never stretches of 86,400 seconds.
 */
public final class Availability {

    private final VisitRules rules;
    private final Instant now;
    private final long earliest;
    private final Map<ZoneId, Map<LocalDate, LocalDay>> days = new HashMap<>();

    public Availability(VisitRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
        Instant notice = now.plus(rules.notice());
        this.earliest = notice.getNano() == 0 ? notice.getEpochSecond() : notice.getEpochSecond() + 1;
    }

    /** All slots whose local date at their location is between the two dates, both included, in order of start. */
    public List<Slot> slots(DoctorSchedule schedule, LocalDate from, LocalDate to) {
        BlockedTimes blocked = BlockedTimes.of(schedule.taken());
        List<Slot> found = new ArrayList<>();
        for (WorkingPlace place : schedule.places()) {
            LocalDate today = LocalDate.ofInstant(now, place.zone());
            LocalDate horizon = today.plusMonths(rules.horizonMonths());
            LocalDate last = to.isBefore(horizon) ? to : horizon;
            for (LocalDate date = from.isBefore(today) ? today : from; !date.isAfter(last); date = date.plusDays(1)) {
                if (isOpen(schedule, place, date)) {
                    addDay(found, schedule, place, date, blocked);
                }
            }
        }
        found.sort(Comparator.comparing(Slot::start));
        return found;
    }

    /** The slot that starts exactly then, if the listing would offer it. */
    public Optional<Slot> at(DoctorSchedule schedule, Instant start) {
        if (start.isBefore(now) || start.isAfter(now.plus(Duration.ofDays(31L * (rules.horizonMonths() + 1))))) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        return slots(schedule, day.minusDays(1), day.plusDays(1)).stream()
                .filter(slot -> slot.start().toInstant().equals(start)).findFirst();
    }

    private boolean isOpen(DoctorSchedule schedule, WorkingPlace place, LocalDate date) {
        return !place.holidays().contains(date)
                && (rules.dailyLimit() == null || visitsOn(schedule, place.zone(), date) < rules.dailyLimit());
    }

    private long visitsOn(DoctorSchedule schedule, ZoneId zone, LocalDate date) {
        return schedule.taken().stream().filter(taken -> rules.code().equals(taken.visitType()))
                .filter(taken -> LocalDate.ofInstant(taken.start(), zone).equals(date)).count();
    }

    private void addDay(List<Slot> found, DoctorSchedule schedule, WorkingPlace place, LocalDate date,
            BlockedTimes blocked) {
        LocalDay day = days.computeIfAbsent(place.zone(), zone -> new HashMap<>()).computeIfAbsent(date,
                missing -> LocalDay.of(missing, place.zone()));
        for (WeeklyWindow window : place.windows()) {
            if (window.appliesOn(date)) {
                for (LocalDay.Stretch stretch : day.stretches()) {
                    addWindow(found, new Grid(schedule, place, day, window, stretch), blocked);
                }
            }
        }
    }

    private void addWindow(List<Slot> found, Grid grid, BlockedTimes blocked) {
        int length = (int) rules.duration().toMinutes();
        for (int minute = grid.window.fromMinute(); minute < grid.window.toMinute(); minute += length) {
            long start = grid.day.at(grid.stretch, minute);
            long end = start + rules.duration().toSeconds();
            if (start >= earliest && grid.stretch.contains(start) && grid.day.covers(grid.window, start, end)
                    && blocked.isFree(start - rules.bufferBefore().toSeconds(),
                            end + rules.bufferAfter().toSeconds())) {
                found.add(new Slot(grid.schedule.doctorId(), grid.place.locationId(),
                        time(start, grid.stretch.offset()), time(end, grid.day.offsetAt(end, grid.stretch))));
            }
        }
    }

    private static OffsetDateTime time(long instant, ZoneOffset offset) {
        return OffsetDateTime.ofInstant(Instant.ofEpochSecond(instant), offset);
    }

    private record Grid(DoctorSchedule schedule, WorkingPlace place, LocalDay day, WeeklyWindow window,
            LocalDay.Stretch stretch) {}
}
