package dev.smartdoctor.notification.planning;

import java.util.Locale;

/** Everything this service ever says. The code is what stands in the database, in the message files and in the interface. */
public enum MessageKind {
    VERIFY_EMAIL,
    REGISTRATION_REPEATED,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    NEW_DEVICE,
    SESSION_REUSE,
    VISIT_BOOKED,
    VISIT_RESCHEDULED,
    VISIT_CANCELLED,
    VISIT_REMINDER,
    VISIT_CONFIRMED,
    VISIT_MISSED,
    STAFF_VISIT_BOOKED,
    STAFF_VISIT_RESCHEDULED,
    STAFF_VISIT_GIVEN_AWAY,
    STAFF_VISIT_CANCELLED,
    STAFF_PATIENT_ARRIVED,
    WAITLIST_OFFERED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Exactly the mails that tell of a visit booked, moved or cancelled. */
    public boolean carriesCalendar() {
        return this == VISIT_BOOKED || this == VISIT_RESCHEDULED || this == VISIT_CANCELLED;
    }

    public boolean tellsOfMove() {
        return this == VISIT_RESCHEDULED || this == STAFF_VISIT_RESCHEDULED;
    }

    public static MessageKind fromCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
