package dev.smartdoctor.appointment.visit;

import java.util.Locale;
import java.util.Optional;

/** What can be done to a visit; each is the last step of the path that does it. */
public enum AppointmentAction {
    CANCEL(AppointmentStatus.CANCELLED, AppointmentEventType.CANCELLED),
    RESCHEDULE(null, AppointmentEventType.RESCHEDULED),
    CONFIRM(AppointmentStatus.BOOKED, AppointmentEventType.CONFIRMED),
    CHECK_IN(AppointmentStatus.CHECKED_IN, AppointmentEventType.CHECKED_IN),
    COMPLETE(AppointmentStatus.COMPLETED, AppointmentEventType.COMPLETED),
    NO_SHOW(AppointmentStatus.NO_SHOW, AppointmentEventType.NO_SHOW);

    private final AppointmentStatus result;
    private final AppointmentEventType event;

    AppointmentAction(AppointmentStatus result, AppointmentEventType event) {
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
    AppointmentEventType eventType() {
        return event;
    }
}
