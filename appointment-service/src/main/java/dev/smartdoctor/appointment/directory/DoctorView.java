package dev.smartdoctor.appointment.directory;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A doctor as everybody sees them; the account behind is nobody's business. */
public record DoctorView(UUID id, String fullName, String specialty, List<String> languages,
        @Schema(nullable = true) String bio,
        List<UUID> locationIds) {

    static DoctorView of(Doctor doctor) {
        return new DoctorView(doctor.id, doctor.fullName, doctor.specialty, List.of(doctor.languages), doctor.bio,
                doctor.locationIds.stream().sorted().toList());
    }
}
