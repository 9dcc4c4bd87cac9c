package dev.smartdoctor.appointment.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How urgent the assistant's rules found it. An emergency cannot be booked: it belongs to A&amp;E, now. */
public enum TriageLevel {
    EMERGENCY_NOW, EMERGENCY, WITHIN_24H, ROUTINE, SELF_CARE;

    public static Optional<TriageLevel> of(String code) {
        return Stream.of(values()).filter(level -> level.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isEmergency() {
        return this == EMERGENCY_NOW || this == EMERGENCY;
    }
}
