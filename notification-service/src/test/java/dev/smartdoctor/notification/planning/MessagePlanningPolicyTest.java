package dev.smartdoctor.notification.planning;

import static dev.smartdoctor.notification.planning.MessageKind.NEW_DEVICE;
import static dev.smartdoctor.notification.planning.MessageKind.STAFF_VISIT_BOOKED;
import static dev.smartdoctor.notification.planning.MessageKind.STAFF_VISIT_GIVEN_AWAY;
import static dev.smartdoctor.notification.planning.MessageKind.VISIT_BOOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.platform.outbox.DomainEvent;

class MessagePlanningPolicyTest {
    private static final Instant START = Instant.parse("2026-05-12T08:30:00Z");
    private final AccountPlanner accounts = new AccountPlanner();

    @ParameterizedTest
    @CsvSource({
            "account.verification_requested, VERIFY_EMAIL, 0",
            "account.registration_repeated, REGISTRATION_REPEATED, 0",
            "account.password_reset_requested, PASSWORD_RESET, 0", "account.password_changed, PASSWORD_CHANGED, 1",
            "session.started, NEW_DEVICE, 1", "session.reuse_detected, SESSION_REUSE, 1" })
    void mailsWhatHappenedToAnAccount(String type, MessageKind kind, int items) {
        Plan plan = accounts.plan(Examples.event(type));

        assertThat(plan.mails()).extracting(PlannedMail::kind).containsExactly(kind);
        assertThat(plan.items()).hasSize(items);
    }

    @Test
    void firstSignInIsNoNewDevice() {
        DomainEvent first = Examples.about("session.started", UUID.randomUUID(), UUID.randomUUID(),
                Map.of("firstSignIn", true));
        DomainEvent known = Examples.about("session.started", UUID.randomUUID(), UUID.randomUUID(),
                Map.of("newDevice", false));

        assertThat(accounts.plan(first).mails()).isEmpty();
        assertThat(accounts.plan(known).mails()).isEmpty();
        assertThat(accounts.plan(Examples.event("session.started")).mails()).extracting(PlannedMail::kind)
                .containsExactly(NEW_DEVICE);
    }

    @Test
    void changedAndErasedAccountsSendNothing() {
        assertThat(accounts.plan(Examples.event("account.updated")).changedAccount()).isPresent();
        assertThat(accounts.plan(Examples.event("account.erased")).erasedAccount()).isPresent();
        assertThat(accounts.plan(Examples.event("account.erased")).mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "appointment.booked, 1, 3", "appointment.rescheduled, 1, 3", "appointment.cancelled, 1, 3",
            "appointment.confirmed, 0, 1", "appointment.checked_in, 0, 1", "appointment.completed, 0, 0",
            "appointment.no_show, 0, 1", "waitlist.offered, 0, 1" })
    void mailsOnlyBookedMovedAndCancelledVisits(String type, int mails, int items) {
        Plan plan = visits(START.minus(Duration.ofDays(7))).plan(Examples.event(type));

        assertThat(plan.mails()).hasSize(mails).allMatch(mail -> mail.kind().carriesCalendar());
        assertThat(plan.items()).hasSize(items);
    }

    @Test
    void tellsPatientByMailAndTheHouseByInbox() {
        Plan plan = visits(START.minus(Duration.ofDays(7))).plan(Examples.event("appointment.booked"));

        assertThat(plan.mails()).extracting(PlannedMail::kind).containsExactly(VISIT_BOOKED);
        assertThat(plan.items()).extracting(PlannedItem::kind)
                .containsExactly(VISIT_BOOKED, STAFF_VISIT_BOOKED, STAFF_VISIT_BOOKED);
        assertThat(plan.items()).extracting(PlannedItem::role).containsExactly(null, null, "receptionist");
    }

    @Test
    void bothDoctorsLearnThatAVisitChangedHands() {
        UUID before = UUID.randomUUID();
        DomainEvent moved = Examples.about("appointment.rescheduled", UUID.randomUUID(), UUID.randomUUID(),
                Map.of("previousDoctorId", UUID.randomUUID().toString(), "previousDoctorAccountId", before.toString()));
        UUID now = UUID.fromString(moved.payload().getString("doctorAccountId"));

        Plan plan = visits(START.minus(Duration.ofDays(7))).plan(moved);

        assertThat(plan.items()).filteredOn(item -> now.equals(item.accountId())).extracting(PlannedItem::kind)
                .containsExactly(STAFF_VISIT_BOOKED);
        assertThat(plan.items()).filteredOn(item -> before.equals(item.accountId())).singleElement()
                .satisfies(item -> {
                    assertThat(item.kind()).isEqualTo(STAFF_VISIT_GIVEN_AWAY);
                    assertThat(item.appointmentId()).as("no longer theirs to open").isNull();
                });
    }

    @Test
    void patientWithoutAccountGetsNothingHere() {
        Map<String, Object> walkIn = new HashMap<>();
        walkIn.put("patientAccountId", null);
        DomainEvent event = Examples.about("appointment.booked", UUID.randomUUID(),
                UUID.randomUUID(), walkIn);

        Plan plan = visits(START.minus(Duration.ofDays(7))).plan(event);

        assertThat(plan.mails()).isEmpty();
        assertThat(plan.reminders()).isEmpty();
        assertThat(plan.items()).hasSize(2);
    }

    @Test
    void sameEventPlansTheSameDeliveryId() {
        VisitPlanner planner = visits(START.minus(Duration.ofDays(7)));
        DomainEvent event = Examples.event("appointment.booked");

        assertThat(planner.plan(event).mails().get(0).id()).isEqualTo(planner.plan(event).mails().get(0).id());
        assertThat(planner.plan(event).mails().get(0).id())
                .isNotEqualTo(planner.plan(Examples.event("appointment.cancelled")).mails().get(0).id());
    }

    @ParameterizedTest
    @CsvSource({ "P7D, 2", "PT24H, 1", "PT23H, 1", "PT2H, 0", "PT5M, 0" })
    void lateBookingSkipsRemindersAlreadyPast(Duration before, int reminders) {
        Plan plan = visits(START.minus(before)).plan(Examples.event("appointment.booked"));

        assertThat(plan.reminders()).hasSize(reminders)
                .allMatch(reminder -> reminder.remindAt().isAfter(START.minus(before)));
    }

    @Test
    void everyChangeMakesRemindersOfEarlierVersionsObsolete() {
        Plan plan = visits(START.minus(Duration.ofDays(7))).plan(Examples.event("appointment.cancelled"));

        assertThat(plan.reminders()).isEmpty();
        assertThat(plan.obsoleteBefore()).hasValueSatisfying(visit -> assertThat(visit.version()).isEqualTo(3));
    }

    @Test
    void pendingVisitGetsRemindersOnlyOnceConfirmed() {
        DomainEvent pending = Examples.about("appointment.booked", UUID.randomUUID(), UUID.randomUUID(),
                Map.of("status", "pending"));
        VisitPlanner planner = visits(START.minus(Duration.ofDays(7)));

        assertThat(planner.plan(pending).reminders()).isEmpty();
        assertThat(planner.plan(Examples.event("appointment.confirmed")).reminders()).hasSize(2);
    }

    @Test
    void eventWithoutFactsIsRefusedRatherThanMailed() {
        DomainEvent broken = Examples.about("appointment.booked", UUID.randomUUID(), UUID.randomUUID(),
                Map.of("start", "tomorrow"));

        assertThatThrownBy(() -> visits(START).plan(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    private static VisitPlanner visits(Instant now) {
        return new VisitPlanner(List.of(Duration.ofHours(24), Duration.ofHours(2)), Clock.fixed(now, ZoneOffset.UTC));
    }
}
