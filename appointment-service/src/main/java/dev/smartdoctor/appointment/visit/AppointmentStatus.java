package dev.smartdoctor.appointment.visit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The states of a visit. Held, pending, booked and checked in hold the doctor's and the patient's time. */
public enum AppointmentStatus {
    HELD, PENDING, BOOKED, CHECKED_IN, COMPLETED, CANCELLED, NO_SHOW;

    public static Optional<AppointmentStatus> of(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
