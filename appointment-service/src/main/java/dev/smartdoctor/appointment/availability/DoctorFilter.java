package dev.smartdoctor.appointment.availability;

import java.util.UUID;

/** Whose schedule to read: one doctor, or all of a specialty; at one location, or at all ({@code null}). */
public record DoctorFilter(UUID doctorId, String specialty, UUID locationId) {

    public static DoctorFilter doctor(UUID doctorId) {
        return new DoctorFilter(doctorId, null, null);
    }
}
