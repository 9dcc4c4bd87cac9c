package dev.smartdoctor.appointment.visit;

import static dev.smartdoctor.appointment.visit.AppointmentStatus.BOOKED;
import static dev.smartdoctor.appointment.visit.AppointmentStatus.CHECKED_IN;
import static dev.smartdoctor.appointment.visit.AppointmentStatus.NO_SHOW;
import static dev.smartdoctor.appointment.visit.AppointmentStatus.PENDING;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.Forbidden;
import dev.smartdoctor.platform.problem.ValidationFailed;

/**
 * Who may do what to a visit, in which state and until when. Change windows bind patients; staff are on the telephone
 * with them and are not bound, but a late cancellation has a reason.
 */
public final class AppointmentPolicy {

    private static final Map<AppointmentAction, Set<AppointmentStatus>> FROM = new EnumMap<>(Map.of(
            // Checked in by mistake, or gone again before the doctor came.
            AppointmentAction.CANCEL, EnumSet.of(PENDING, BOOKED, CHECKED_IN),
            AppointmentAction.RESCHEDULE, EnumSet.of(PENDING, BOOKED),
            AppointmentAction.CONFIRM, EnumSet.of(PENDING),
            // From no_show too: a patient who was there after all, which undoes the mistake.
            AppointmentAction.CHECK_IN, EnumSet.of(BOOKED, NO_SHOW),
            AppointmentAction.COMPLETE, EnumSet.of(CHECKED_IN),
            AppointmentAction.NO_SHOW, EnumSet.of(BOOKED, CHECKED_IN)));

    private static final Map<AppointmentAction, Set<Relation>> BY = new EnumMap<>(Map.of(
            AppointmentAction.CANCEL, EnumSet.of(Relation.PATIENT, Relation.DOCTOR, Relation.RECEPTION),
            AppointmentAction.RESCHEDULE, EnumSet.of(Relation.PATIENT, Relation.DOCTOR, Relation.RECEPTION),
            AppointmentAction.CONFIRM, EnumSet.of(Relation.DOCTOR, Relation.RECEPTION),
            AppointmentAction.CHECK_IN, EnumSet.of(Relation.DOCTOR, Relation.RECEPTION),
            AppointmentAction.COMPLETE, EnumSet.of(Relation.DOCTOR),
            AppointmentAction.NO_SHOW, EnumSet.of(Relation.DOCTOR, Relation.RECEPTION)));

    private AppointmentPolicy() {
    }

    /** What the person could do now. */
    public static List<String> allowed(Appointment appointment, Relation relation, Instant now) {
        return Stream.of(AppointmentAction.values())
                .filter(action -> isInRole(action, relation) && isInState(action, appointment)
                        && isInTime(action, appointment, relation, now))
                .map(AppointmentAction::code).toList();
    }

    /** Throws what stands against it: the role first, then the state, then the time. */
    public static void check(AppointmentAction action, Appointment appointment, Relation relation, Instant now) {
        if (!isInRole(action, relation)) {
            throw new Forbidden("This cannot be done in your role.");
        }
        if (!isInState(action, appointment)) {
            throw new Conflict("INVALID_STATE", "A visit in the state " + appointment.status().code()
                    + " does not allow this.").with("state", appointment.status().code());
        }
        if (!isInTime(action, appointment, relation, now)) {
            throw outOfTime(action, appointment);
        }
    }

    /** Staff who do what the time no longer allows to patients say why. */
    public static void checkReason(AppointmentAction action, Appointment appointment, String reason, Instant now) {
        if ((reason == null || reason.isBlank()) && now.isAfter(deadline(action, appointment))) {
            throw new ValidationFailed("reason", "REQUIRED",
                    "The time until which patients may do this has passed; say why it is done all the same.");
        }
    }

    private static boolean isInRole(AppointmentAction action, Relation relation) {
        return BY.get(action).contains(relation);
    }

    private static boolean isInState(AppointmentAction action, Appointment appointment) {
        return FROM.get(action).contains(appointment.status());
    }

    private static boolean isInTime(AppointmentAction action, Appointment appointment, Relation relation,
            Instant now) {
        return switch (action) {
            case CANCEL, RESCHEDULE -> relation.isStaff() || !now.isAfter(deadline(action, appointment));
            case NO_SHOW -> !now.isBefore(appointment.end());
            case CONFIRM, CHECK_IN, COMPLETE -> true;
        };
    }

    private static Instant deadline(AppointmentAction action, Appointment appointment) {
        Duration window = action == AppointmentAction.CANCEL
                ? appointment.rules().cancelWindow()
                : appointment.rules().rescheduleWindow();
        return appointment.start().minus(window);
    }

    private static ApiException outOfTime(AppointmentAction action, Appointment appointment) {
        if (action == AppointmentAction.NO_SHOW) {
            return new Conflict("TOO_EARLY_FOR_NO_SHOW", "The visit is not over yet.").with("end",
                    appointment.localEnd());
        }
        return new Conflict("TOO_LATE_TO_" + action.name(), "The time until which this could be done has passed.")
                .with("deadline", deadline(action, appointment).atZone(appointment.place().zone()).toOffsetDateTime());
    }
}
