package dev.smartdoctor.appointment.directory;

import java.util.List;
import java.util.UUID;

/** A doctor as the administration sees them. */
public record DoctorAdminView(UUID id, UUID accountId, String fullName, String specialty, List<String> languages,
        String bio, List<UUID> locationIds, boolean active) {

    static DoctorAdminView of(Doctor doctor) {
        return new DoctorAdminView(doctor.id, doctor.accountId, doctor.fullName, doctor.specialty,
                List.of(doctor.languages), doctor.bio, doctor.locationIds.stream().sorted().toList(), doctor.active);
    }
}
