package dev.smartdoctor.appointment.availability;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A time at which a visit can be booked; start and end carry the location's offset at that instant. */
public record Slot(UUID doctorId, UUID locationId, OffsetDateTime start, OffsetDateTime end) {}
