package dev.smartdoctor.appointment.booking;

import java.time.Instant;
import java.util.UUID;

/** A hold: present its id with the booking before it expires. */
public record HoldView(UUID holdId, Instant expiresAt) {}
