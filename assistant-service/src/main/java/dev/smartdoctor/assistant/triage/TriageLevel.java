package dev.smartdoctor.assistant.triage;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How soon someone must be seen, the most urgent first.
 */
public enum TriageLevel {

    /** Call an ambulance. */
    @JsonProperty("emergency_now")
    EMERGENCY_NOW,
    /** Go to an emergency department now. */
    @JsonProperty("emergency")
    EMERGENCY,
    /** See a doctor within a day. */
    @JsonProperty("within_24h")
    WITHIN_24H,
    /** A visit at the next convenient time. */
    @JsonProperty("routine")
    ROUTINE,
    /** A named mild condition that usually needs no doctor. */
    @JsonProperty("self_care")
    SELF_CARE;

    public String code() {
        return this == WITHIN_24H ? "within_24h" : name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isEmergency() {
        return this == EMERGENCY_NOW || this == EMERGENCY;
    }

    public boolean isMoreUrgentThan(TriageLevel other) {
        return compareTo(other) < 0;
    }
}
