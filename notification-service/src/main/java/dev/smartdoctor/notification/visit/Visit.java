package dev.smartdoctor.notification.visit;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A visit as appointment-service shows it now. Neither reason nor specialty is read: a mail must not hint at health. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Visit(UUID id, long version, String status, UUID doctorId, String doctorName, UUID locationId,
        String locationName, String locationAddress) {}
