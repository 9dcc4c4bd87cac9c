package dev.smartdoctor.appointment.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

import dev.smartdoctor.platform.outbox.DomainEvent;
import io.vertx.core.json.JsonObject;

/** What others are told of a visit: ids, times and states, no names and nothing clinical. */
public final class AppointmentEvents {
    private AppointmentEvents() {
    }

    public static DomainEvent booked(Appointment appointment, Instant now) {
        return event(AppointmentEventType.BOOKED, appointment, facts(appointment), now);
    }

    public static DomainEvent rescheduled(Appointment before, Appointment appointment, Instant now) {
        return event(AppointmentEventType.RESCHEDULED, appointment,
                facts(appointment).put("previousStart", text(before.localStart()))
                        .put("previousTimeZone", before.place().zone().getId())
                        .put("previousDoctorId", before.doctor().id().toString())
                        .put("previousDoctorAccountId", id(before.doctor().accountId())),
                now);
    }

    public static DomainEvent cancelled(Appointment appointment, String cancelledBy, Instant now) {
        return event(AppointmentEventType.CANCELLED, appointment,
                facts(appointment).put("cancelledBy", cancelledBy), now);
    }

    static DomainEvent changed(AppointmentAction action, Appointment appointment, Instant now) {
        return event(action.eventType(), appointment, facts(appointment), now);
    }

    private static DomainEvent event(AppointmentEventType type, Appointment appointment, JsonObject payload,
            Instant now) {
        return DomainEvent.of(type, appointment.id(), appointment.version(), now, payload);
    }

    private static JsonObject facts(Appointment appointment) {
        return new JsonObject()
                .put("appointmentId", appointment.id().toString())
                .put("patientId", appointment.patient().id().toString())
                .put("patientAccountId", id(appointment.patient().accountId()))
                .put("doctorId", appointment.doctor().id().toString())
                .put("doctorAccountId", id(appointment.doctor().accountId()))
                .put("locationId", appointment.place().id().toString())
                .put("start", text(appointment.localStart()))
                .put("end", text(appointment.localEnd()))
                .put("timeZone", appointment.place().zone().getId())
                .put("visitType", appointment.rules().code())
                .put("status", appointment.status().code());
    }

    private static String id(Object id) {
        return id == null ? null : id.toString();
    }

    private static String text(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
