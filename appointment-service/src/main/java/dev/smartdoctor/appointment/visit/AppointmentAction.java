package dev.smartdoctor.appointment.visit;

import java.util.Locale;
import java.util.Optional;

/** What can be done to a visit; each is the last step of the path that does it. */
public enum AppointmentAction {
    CANCEL(AppointmentStatus.CANCELLED, "cancelled"),
    RESCHEDULE(null, "rescheduled"),
    CONFIRM(AppointmentStatus.BOOKED, "confirmed"),
    CHECK_IN(AppointmentStatus.CHECKED_IN, "checked_in"),
    COMPLETE(AppointmentStatus.COMPLETED, "completed"),
    NO_SHOW(AppointmentStatus.NO_SHOW, "no_show");

    private final AppointmentStatus result;
    private final String event;

    AppointmentAction(AppointmentStatus result, String event) {
        this.result = result;
        this.event = event;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state it leads to; empty where the state stays. */
    Optional<AppointmentStatus> result() {
        return Optional.ofNullable(result);
    }

    /** The type of the event that tells of it. */
    public String eventType() {
        return "appointment." + event;
    }
}
