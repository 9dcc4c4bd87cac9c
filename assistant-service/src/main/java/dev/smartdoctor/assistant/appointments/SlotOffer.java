package dev.smartdoctor.assistant.appointments;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A free time; its offset and zone are the clinic's. */
public record SlotOffer(UUID doctorId, String doctorName, OffsetDateTime start, String timeZone, String visitType) {}
