package dev.smartdoctor.appointment.visit;

import dev.smartdoctor.platform.outbox.EventType;

/** What is told of a visit. */
enum AppointmentEventType implements EventType {
    BOOKED("appointment.booked"),
    RESCHEDULED("appointment.rescheduled"),
    CANCELLED("appointment.cancelled"),
    CONFIRMED("appointment.confirmed"),
    CHECKED_IN("appointment.checked_in"),
    COMPLETED("appointment.completed"),
    NO_SHOW("appointment.no_show");

    private final String type;

    AppointmentEventType(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String aggregateType() {
        return "appointment";
    }
}
