package dev.smartdoctor.appointment.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.availability.VisitRules;
import dev.smartdoctor.appointment.clinicaltext.PatientKey;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.Forbidden;
import dev.smartdoctor.platform.problem.ValidationFailed;

class AppointmentPolicyTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(1));

    @Test
    void offersEachRoleWhatItMayDo() {
        Appointment booked = appointment(AppointmentStatus.BOOKED);
        assertThat(AppointmentPolicy.allowed(booked, Relation.PATIENT, LONG_BEFORE)).containsExactly("cancel",
                "reschedule");
        assertThat(AppointmentPolicy.allowed(booked, Relation.RECEPTION, LONG_BEFORE)).containsExactly("cancel",
                "reschedule", "check-in");
        assertThat(AppointmentPolicy.allowed(booked, Relation.ADMINISTRATION, LONG_BEFORE)).isEmpty();
        assertThat(AppointmentPolicy.allowed(booked, Relation.NONE, LONG_BEFORE)).isEmpty();
        assertThat(AppointmentPolicy.allowed(appointment(AppointmentStatus.CHECKED_IN), Relation.DOCTOR, LONG_BEFORE))
                .containsExactly("cancel", "complete");
        assertThat(AppointmentPolicy.allowed(appointment(AppointmentStatus.PENDING), Relation.DOCTOR, LONG_BEFORE))
                .containsExactly("cancel", "reschedule", "confirm");
        for (AppointmentStatus over : List.of(AppointmentStatus.CANCELLED, AppointmentStatus.COMPLETED)) {
            for (Relation relation : Relation.values()) {
                assertThat(AppointmentPolicy.allowed(appointment(over), relation, LONG_BEFORE)).isEmpty();
            }
        }
    }

    @Test
    void approvalIsForDoctorAndReceptionAlone() {
        Appointment pending = appointment(AppointmentStatus.PENDING);
        for (Relation relation : Relation.values()) {
            boolean may = relation == Relation.DOCTOR || relation == Relation.RECEPTION;
            assertThat(AppointmentPolicy.allowed(pending, relation, LONG_BEFORE).contains("confirm")).isEqualTo(may);
            if (!may) {
                assertThatThrownBy(() -> AppointmentPolicy.check(AppointmentAction.CONFIRM, pending, relation,
                        LONG_BEFORE)).isInstanceOf(Forbidden.class);
            }
        }
    }

    @Test
    void closesEachWindowAtItsOwnTime() {
        Appointment booked = appointment(AppointmentStatus.BOOKED);
        Instant cancelUntil = START.minus(Duration.ofHours(2));
        Instant rescheduleUntil = START.minus(Duration.ofHours(4));
        AppointmentPolicy.check(AppointmentAction.CANCEL, booked, Relation.PATIENT, cancelUntil);
        AppointmentPolicy.check(AppointmentAction.RESCHEDULE, booked, Relation.PATIENT, rescheduleUntil);
        refused(AppointmentAction.CANCEL, booked, cancelUntil.plusNanos(1), "TOO_LATE_TO_CANCEL");
        refused(AppointmentAction.RESCHEDULE, booked, rescheduleUntil.plusNanos(1), "TOO_LATE_TO_RESCHEDULE");
        AppointmentPolicy.check(AppointmentAction.CANCEL, booked, Relation.RECEPTION, START);
    }

    @Test
    void whatIsLateHasAReason() {
        Appointment booked = appointment(AppointmentStatus.BOOKED);
        Instant until = START.minus(Duration.ofHours(2));
        AppointmentPolicy.checkReason(AppointmentAction.CANCEL, booked, null, until);
        AppointmentPolicy.checkReason(AppointmentAction.CANCEL, booked, "The doctor is ill", until.plusNanos(1));
        for (String none : Arrays.asList(null, "", " ")) {
            assertThatThrownBy(() -> AppointmentPolicy.checkReason(AppointmentAction.CANCEL, booked, none,
                    until.plusNanos(1))).isInstanceOf(ValidationFailed.class);
        }
    }

    @Test
    void looksAtTheRoleThenTheStateThenTheTime() {
        assertThatThrownBy(() -> AppointmentPolicy.check(AppointmentAction.COMPLETE,
                appointment(AppointmentStatus.CANCELLED), Relation.PATIENT, START)).isInstanceOf(Forbidden.class);
        refused(AppointmentAction.CANCEL, appointment(AppointmentStatus.CANCELLED), START.plusSeconds(1),
                "INVALID_STATE");
    }

    private static void refused(AppointmentAction action, Appointment appointment, Instant now, String code) {
        assertThatThrownBy(() -> AppointmentPolicy.check(action, appointment, Relation.PATIENT, now))
                .isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo(code));
    }

    private static Appointment appointment(AppointmentStatus status) {
        UUID patient = UUID.randomUUID();
        VisitRules rules = new VisitRules("consultation", Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO,
                Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(4), 6, null, 10, false);
        return new Appointment(UUID.randomUUID(), 1, status,
                new Appointment.PatientRef(patient, patient, "P", null, new PatientKey(patient, null)),
                new Appointment.DoctorRef(UUID.randomUUID(), UUID.randomUUID(), "D", "ent"),
                new Appointment.PlaceRef(UUID.randomUUID(), "L", null, ZoneId.of("Europe/Berlin")), rules, START,
                rules.end(START), LONG_BEFORE, null, Appointment.SealedTexts.NONE);
    }
}
