package dev.smartdoctor.appointment.availability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import dev.smartdoctor.platform.problem.ValidationFailed;
import dev.smartdoctor.platform.validation.PlainText;

/** The query parameters of a slot listing, as they came. */
public class SlotQuery {

    @QueryParam("doctorId")
    UUID doctorId;
    @QueryParam("specialty")
    @PlainText(max = 64, multiline = false)
    String specialty;
    @QueryParam("locationId")
    UUID locationId;
    @QueryParam("visitType")
    @PlainText(max = 64, multiline = false)
    String visitType;
    @QueryParam("from")
    LocalDate from;
    @QueryParam("to")
    LocalDate to;

    DoctorFilter filter() {
        if ((doctorId == null) == (specialty == null)) {
            throw new ValidationFailed("doctorId", "ONE_OF", "Give either doctorId or specialty.");
        }
        return new DoctorFilter(doctorId, specialty, locationId);
    }

    String visitTypeOrDefault() {
        return visitType == null ? "consultation" : visitType;
    }

    /** The dates asked for, both included; one day where only {@code from} is given. */
    Dates dates(int maximumDays) {
        if (from == null) {
            throw new ValidationFailed("from", "REQUIRED", "A date is needed.");
        }
        LocalDate first = from;
        LocalDate last = to == null ? from : to;
        if (last.isBefore(first)) {
            throw new ValidationFailed("to", "BEFORE_FROM", "The last date is before the first.");
        }
        if (ChronoUnit.DAYS.between(first, last) >= maximumDays) {
            throw new ValidationFailed("to", "RANGE_TOO_LONG", "At most " + maximumDays + " days can be asked for.");
        }
        return new Dates(first, last);
    }

    record Dates(LocalDate from, LocalDate to) {}
}
