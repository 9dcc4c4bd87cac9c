package dev.smartdoctor.notification.visit;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A visit as appointment-service shows it. Neither reason nor specialty is read: a mail must not hint at health. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Visit(UUID id, long version, String status, UUID doctorId, String doctorName, UUID locationId,
        String locationName, String locationAddress) {

    Visit with(AppointmentsClient.Doctor doctor) {
        return new Visit(id, version, status, doctor.id(), doctor.fullName(), locationId, locationName,
                locationAddress);
    }

    Visit at(AppointmentsClient.Location location) {
        return new Visit(id, version, status, doctorId, doctorName, location.id(), location.name(), location.address());
    }
}
