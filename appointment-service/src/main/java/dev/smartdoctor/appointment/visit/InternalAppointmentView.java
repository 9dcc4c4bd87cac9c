package dev.smartdoctor.appointment.visit;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A visit for another service, which words mails from it; {@code reason} is always {@code null}. */
public record InternalAppointmentView(UUID id, int version, String status, UUID patientId, UUID patientAccountId,
        String patientName, UUID doctorId, UUID doctorAccountId, String doctorName, String specialty, UUID locationId,
        String locationName, String locationAddress, OffsetDateTime start, OffsetDateTime end, String timeZone,
        String visitType, String reason) {

    static InternalAppointmentView of(Appointment appointment) {
        return new InternalAppointmentView(appointment.id(), appointment.version(), appointment.status().code(),
                appointment.patient().id(), appointment.patient().accountId(), appointment.patient().name(),
                appointment.doctor().id(), appointment.doctor().accountId(), appointment.doctor().name(),
                appointment.doctor().specialty(), appointment.place().id(), appointment.place().name(),
                appointment.place().address(), appointment.localStart(), appointment.localEnd(),
                appointment.place().zone().getId(), appointment.rules().code(), null);
    }
}
