package dev.smartdoctor.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.Mailbox;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Slots.Slot;
import dev.smartdoctor.system.suite.Suite;

/** The same request once more: it does nothing twice, and says so. */
class RepeatedRequestIT {
    private static Cast cast;

    @BeforeAll
    static void gather() {
        cast = new Cast(Suite.shared());
    }

    @Test
    void aBookingByItsKeyIsOneVisit() {
        Api keyed = cast.as(Cast.PATIENT).with("Idempotency-Key", UUID.randomUUID().toString());
        Slot slot = cast.nextSlot();
        Map<String, String> request = Map.of("doctorId", slot.doctorId(), "start", slot.start(), "reason", "a cough");
        String visit = keyed.post("/api/appointments", request).expect(201).at("id");
        Stored.nothingBy(cast.suite(), () -> {
            assertThat(keyed.post("/api/appointments", request).expect(201).at("id")).isEqualTo(visit);
            Map<String, String> other = Map.of("doctorId", slot.doctorId(), "start", slot.start(), "reason", "a cold");
            refused(keyed.post("/api/appointments", other), 422, "IDEMPOTENCY_KEY_REUSED");
            refused(cast.as(Cast.PATIENT).post("/api/appointments", request), 400, "IDEMPOTENCY_KEY_REQUIRED");
        });
    }

    @Test
    void aHoldIsToldAgainToItsHolderAndTakenForOthers() {
        Slot slot = cast.nextSlot();
        Map<String, String> hold = Map.of("doctorId", slot.doctorId(), "start", slot.start());
        Patient patient = People.newPatient(cast.suite());
        String first = patient.api().post("/api/appointments/holds", hold).expect(201).at("holdId");
        Stored.nothingBy(cast.suite(), () -> {
            assertThat(patient.api().post("/api/appointments/holds", hold).expect(201).at("holdId")).isEqualTo(first);
            refused(cast.as(Cast.PATIENT).post("/api/appointments/holds", hold), 409, "SLOT_TAKEN");
        });
    }

    @Test
    void aVisitIsCancelledOnce() {
        String cancel = "/api/appointments/" + Cast.book(cast.as(Cast.PATIENT), cast.nextSlot()) + "/cancel";
        cast.as(Cast.PATIENT).post(cancel, Map.of("reason", "better")).expect(200);
        Stored.nothingBy(cast.suite(),
                () -> refused(cast.as(Cast.PATIENT).post(cancel, Map.of("reason", "worse")), 409, "INVALID_STATE"));
    }

    @Test
    void whatIsGoneIsNotFound() {
        Patient patient = People.newPatient(cast.suite());
        String session = Api.at(cast.suite().address()).signIn(patient.email(), People.PASSWORD)
                .get("/api/auth/sessions").at("items.0.id");
        String conversation = patient.api().post("/api/assistant/conversations", Map.of()).expect(201).at("id");
        String timeOff = "/api/doctors/" + cast.thing("spareDoctor") + "/time-off";
        String off = cast.as(Cast.ADMIN).post(timeOff,
                Map.of("start", "2034-03-01T10:00:00+01:00", "end", "2034-03-01T11:00:00+01:00")).expect(201).at("id");
        String holiday = cast.as(Cast.ADMIN).post("/api/admin/holidays",
                Map.of("date", cast.fill("$freshDate"), "name", "Founders' Day")).expect(201).at("id");
        Map<String, Api> deletions = Map.of("/api/admin/holidays/" + holiday, cast.as(Cast.ADMIN),
                "/api/auth/sessions/" + session, patient.api(),
                "/api/assistant/conversations/" + conversation, patient.api(), timeOff + "/" + off,
                cast.as(Cast.ADMIN));
        deletions.forEach((path, who) -> {
            assertThat(who.delete(path).expect(204).header("Content-Length")).isEmpty();
            Stored.nothingBy(cast.suite(), () -> refused(who.delete(path), 404, "NOT_FOUND"));
        });
    }

    @Test
    void aNewsIsReadOnce() {
        Patient patient = People.newPatient(cast.suite());
        Cast.book(patient.api(), cast.nextSlot());
        Stored.quiet(cast.suite());
        String read = "/api/notifications/" + patient.api().get("/api/notifications").at("items.0.id") + "/read";
        patient.api().post(read, Map.of()).expect(204);
        Stored.nothingBy(cast.suite(), () -> patient.api().post(read, Map.of()).expect(204));
    }

    @Test
    void aHolidayAndAnAddressAreThereAlready() {
        Map<String, String> holiday = Map.of("date", cast.fill("$freshDate"), "name", "Founders' Day");
        Map<String, Object> account = Map.of("email", cast.fill("$freshEmail"), "fullName", "Ada Lovelace", "roles",
                List.of("receptionist"), "password", People.PASSWORD);
        cast.as(Cast.ADMIN).post("/api/admin/holidays", holiday).expect(201);
        cast.as(Cast.ADMIN).post("/api/admin/users", account).expect(201);
        Stored.nothingBy(cast.suite(), () -> {
            refused(cast.as(Cast.ADMIN).post("/api/admin/holidays", holiday), 409, "HOLIDAY_EXISTS");
            refused(cast.as(Cast.ADMIN).post("/api/admin/users", account), 409, "EMAIL_TAKEN");
        });
        Stored.change(cast.suite(), "appointment", "delete from holiday where day >= '2034-01-01'");
    }

    @Test
    void aMailedLinkWorksOnce() {
        Patient patient = People.newPatient(cast.suite());
        Api anybody = cast.as(Cast.NOBODY);
        Mailbox mailbox = new Mailbox(cast.suite().mailbox());
        String verification = Mailbox.token(mailbox.awaitMail(patient.email(), "Verify"));
        anybody.post("/api/auth/password/forgot", Map.of("email", patient.email())).expect(202);
        String token = Mailbox.token(mailbox.awaitMail(patient.email(), "assword"));
        Map<String, String> reset = Map.of("token", token, "newPassword", "another horse battery");
        anybody.post("/api/auth/password/reset", reset).expect(204);
        Stored.nothingBy(cast.suite(), () -> {
            refused(anybody.post("/api/auth/password/reset", reset), 422, "VALIDATION_ERROR");
            refused(anybody.post("/api/auth/verify-email", Map.of("token", verification)), 422, "VALIDATION_ERROR");
        });
        anybody.signIn(patient.email(), "another horse battery");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.expect(status).at("code")).isEqualTo(code);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }
}
