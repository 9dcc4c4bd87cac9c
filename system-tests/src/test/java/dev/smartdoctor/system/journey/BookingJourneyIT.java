package dev.smartdoctor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.Mailbox;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Slots;
import dev.smartdoctor.system.suite.Slots.Slot;
import dev.smartdoctor.system.suite.Suite;

/** One booking through every part: gateway, services, PostgreSQL, outbox, Redis stream, SMTP, mailbox. */
class BookingJourneyIT {
    private final LocalStack suite = Suite.shared();
    private final Mailbox mailbox = new Mailbox(suite.mailbox());

    @Test
    void bookedMovedAndCancelledVisitsAreMailedOnceEach() {
        Patient patient = People.newPatient(suite);
        List<Slot> slots = Slots.of(patient.api(), "cardiology", 7);
        Answer booked = book(patient.api(), slots.get(0));
        assertThat(booked.at("status")).isEqualTo("booked");
        assertThat(booked.header("Location")).hasValueSatisfying(at -> assertThat(at).endsWith(booked.at("id")));
        JsonNode invitation = mailWithCalendar(patient.email(), 1);
        assertThat(mailbox.attachment(invitation, "text/calendar")).contains("METHOD:REQUEST", "BEGIN:VEVENT")
                .doesNotContain("palpitations");

        Answer moved = patient.api().post("/api/appointments/" + booked.at("id") + "/reschedule",
                Map.of("start", slots.get(2).start(), "doctorId", slots.get(2).doctorId())).expect(200);
        assertThat(moved.json().get("version").asInt()).isGreaterThan(booked.json().get("version").asInt());
        mailWithCalendar(patient.email(), 2);

        patient.api().post("/api/appointments/" + booked.at("id") + "/cancel", Map.of("reason", "better")).expect(200);
        JsonNode cancellation = mailWithCalendar(patient.email(), 3);
        assertThat(mailbox.attachment(cancellation, "text/calendar")).contains("METHOD:CANCEL");
    }

    @Test
    void theSameKeyGivesTheSameVisit() {
        Patient patient = People.newPatient(suite);
        Slot slot = Slots.of(patient.api(), "neurology", 14).get(0);
        Api keyed = patient.api().with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, String> request = Map.of("doctorId", slot.doctorId(), "start", slot.start());
        String first = keyed.post("/api/appointments", request).expect(201).at("id");
        String second = keyed.post("/api/appointments", request).expect(201).at("id");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aSlotTakenByAnotherOffersAlternatives() {
        Patient first = People.newPatient(suite);
        Patient second = People.newPatient(suite);
        Slot slot = Slots.of(first.api(), "dermatology", 14).get(0);
        book(first.api(), slot);
        Answer refused = second.api().with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/appointments", Map.of("doctorId", slot.doctorId(), "start", slot.start())).expect(409);
        assertThat(refused.at("code")).isEqualTo("SLOT_TAKEN");
        assertThat(refused.json().get("alternatives")).isNotEmpty();
    }

    @Test
    void anotherPersonsVisitDoesNotExist() {
        Patient owner = People.newPatient(suite);
        Patient other = People.newPatient(suite);
        String id = book(owner.api(), Slots.of(owner.api(), "urology", 14).get(0)).at("id");
        assertThat(other.api().get("/api/appointments/" + id).expect(404).at("code")).isEqualTo("NOT_FOUND");
        other.api().post("/api/appointments/" + id + "/cancel", Map.of()).expect(404);
    }

    @Test
    void signingOutEndsTheTokenWithinTwoSeconds() {
        Patient patient = People.newPatient(suite);
        patient.api().get("/api/appointments").expect(200);
        Answer session = Api.at(suite.address()).post("/api/auth/login",
                Map.of("email", patient.email(), "password", People.PASSWORD, "tokenDelivery", "body")).expect(200);
        Api second = Api.at(suite.address()).withToken(session.at("accessToken"));
        second.get("/api/appointments").expect(200);
        second.post("/api/auth/logout", Map.of("refreshToken", session.at("refreshToken"))).expect(204);
        await().atMost(Duration.ofSeconds(2)).until(() -> second.get("/api/appointments").status() == 401);
        patient.api().get("/api/appointments").expect(200);
    }

    private static Answer book(Api api, Slot slot) {
        return api.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/appointments",
                Map.of("doctorId", slot.doctorId(), "start", slot.start(), "reason", "palpitations")).expect(201);
    }

    /** Waits for the nth mail that carries a calendar entry, and answers the newest. */
    private JsonNode mailWithCalendar(String address, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> calendarMails(address).size() >= count);
        assertThat(calendarMails(address)).hasSize(count);
        return mailbox.whole(calendarMails(address).get(0));
    }

    private List<JsonNode> calendarMails(String address) {
        return mailbox.to(address).stream().filter(mail -> mail.get("Attachments").asInt() > 0).toList();
    }
}
