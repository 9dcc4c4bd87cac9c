package dev.smartdoctor.appointment.schedule;

import java.time.LocalDate;
import java.util.UUID;

/** A closed day. */
public record HolidayView(UUID id, UUID locationId, LocalDate date, String name) {}
