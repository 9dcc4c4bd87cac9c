package dev.smartdoctor.appointment.booking;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish for a doctor's time.
 *
 * @param patientId whom it is for, {@code null} for a hold by staff who do not know yet
 * @param requestedBy the account that asks
 * @param holdId the hold that keeps the slot, {@code null} for none
 * @param moving the visit that is being moved, {@code null} for a new one
 */
record SlotRequest(UUID doctorId, Instant start, String visitType, UUID patientId, UUID requestedBy, UUID holdId,
        UUID moving) {}
