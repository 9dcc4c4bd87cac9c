package dev.smartdoctor.appointment.schedule;

import java.time.Instant;
import java.util.UUID;

/** A doctor's time off. */
public record TimeOffView(UUID id, Instant start, Instant end, String note) {}
