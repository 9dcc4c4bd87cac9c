package dev.smartdoctor.appointment.visit;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.ValidationFailed;

/** The query parameters of the list of visits, as they came; {@code status} may be given several times. */
public class ListQuery {

    @QueryParam("status")
    List<String> status;
    @QueryParam("from")
    LocalDate from;
    @QueryParam("to")
    LocalDate to;
    @QueryParam("doctorId")
    UUID doctorId;
    @QueryParam("patientId")
    UUID patientId;

    AppointmentQuery within(AppointmentScope scope, PageRequest page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new ValidationFailed("to", "BEFORE_FROM", "The last date is before the first.");
        }
        return new AppointmentQuery(scope, statuses(), from, to, doctorId, patientId, page);
    }

    private Set<AppointmentStatus> statuses() {
        if (status == null || status.isEmpty()) {
            return EnumSet.allOf(AppointmentStatus.class);
        }
        Set<AppointmentStatus> asked = EnumSet.noneOf(AppointmentStatus.class);
        for (String code : status) {
            asked.add(AppointmentStatus.of(code).orElseThrow(
                    () -> new ValidationFailed("status", "UNKNOWN", "There is no such state of a visit.")));
        }
        return asked;
    }
}
