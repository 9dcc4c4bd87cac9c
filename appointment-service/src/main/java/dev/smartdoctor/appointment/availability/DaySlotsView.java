package dev.smartdoctor.appointment.availability;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How many slots each doctor has on each day that has any, and the first of them. */
public record DaySlotsView(List<DaySlots> days) {

    /** One doctor's day, by the location's calendar. */
    public record DaySlots(UUID doctorId, String doctorName, LocalDate date, int count, SlotView first) {}
}
