package dev.smartdoctor.appointment.directory;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A doctor as the administration sees them. */
public record DoctorAdminView(UUID id, @Schema(nullable = true) UUID accountId, String fullName, String specialty,
        List<String> languages,
        @Schema(nullable = true) String bio, List<UUID> locationIds, boolean active) {

    static DoctorAdminView of(Doctor doctor) {
        return new DoctorAdminView(doctor.id, doctor.accountId, doctor.fullName, doctor.specialty,
                List.of(doctor.languages), doctor.bio, doctor.locationIds.stream().sorted().toList(), doctor.active);
    }
}
