package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class HoldTest {

    @Inject
    Database database;

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @Test
    void keepsTheSlotForItsHolder() {
        UUID doctor = doctor();
        UUID holder = account("Holder");
        String start = starts(doctor).get(0);
        MutableClock.set(Instant.now());
        String hold = hold(patient(holder), doctor, start).then().statusCode(201).extract().path("holdId");
        assertThat(starts(doctor)).doesNotContain(start);
        book(patient(account("Rival")), doctor, start).then().statusCode(409).body("code", equalTo("SLOT_TAKEN"));
        hold(patient(account("Second Rival")), doctor, start).then().statusCode(409);
        book(patient(holder), doctor, start).then().statusCode(409).body("code", equalTo("SLOT_TAKEN"));
        String visit = bookWith(patient(holder), doctor, start, hold).then().statusCode(201)
                .body("version", equalTo(1)).extract().path("id");
        patient(holder).get("/api/appointments").then().statusCode(200).body("total", equalTo(1))
                .body("items[0].id", equalTo(visit));
        patient(holder).get("/api/appointments/" + hold).then().statusCode(404);
    }

    @Test
    void expiresWithoutASweeper() {
        UUID doctor = doctor();
        UUID holder = account("Slow Typist");
        String start = starts(doctor).get(0);
        MutableClock.set(Instant.now());
        String hold = hold(patient(holder), doctor, start).then().statusCode(201).extract().path("holdId");
        MutableClock.advance(Duration.ofMinutes(5).minusMillis(1));
        book(patient(account("Too Early")), doctor, start).then().statusCode(409);
        MutableClock.advance(Duration.ofMillis(1));
        assertThat(starts(doctor)).contains(start);
        book(patient(account("In Time")), doctor, start).then().statusCode(201);
        bookWith(patient(holder), doctor, start, hold).then().statusCode(409).body("code", equalTo("SLOT_TAKEN"));
        assertThat(database.count("select count(*) from appointment where id = $1 and status = 'cancelled'",
                UUID.fromString(hold))).isOne();
    }

    @Test
    void anExpiredHoldOfAFreeSlotStillBooks() {
        UUID doctor = doctor();
        UUID holder = account("Slower Typist");
        String start = starts(doctor).get(0);
        String hold = hold(patient(holder), doctor, start).then().statusCode(201).extract().path("holdId");
        MutableClock.advance(Duration.ofMinutes(6));
        bookWith(patient(holder), doctor, start, hold).then().statusCode(201);
    }

    @Test
    void keepsItsHolderFromBeingElsewhereUntilItExpires() {
        UUID doctor = doctor();
        UUID other = doctor();
        UUID holder = account("Undecided");
        String start = starts(doctor).get(0);
        MutableClock.set(Instant.now());
        hold(patient(holder), doctor, start).then().statusCode(201);
        book(patient(holder), other, start).then().statusCode(409).body("code", equalTo("PATIENT_BUSY"));
        MutableClock.advance(Duration.ofMinutes(5));
        book(patient(holder), other, start).then().statusCode(201);
    }

    @Test
    void askedForAgainItIsTheSameHold() {
        UUID doctor = doctor();
        UUID holder = account("Two Tabs");
        List<String> starts = starts(doctor);
        MutableClock.set(Instant.now());
        Map<String, String> first = hold(patient(holder), doctor, starts.get(0)).then().statusCode(201).extract()
                .jsonPath().getMap("");
        MutableClock.advance(Duration.ofMinutes(1));
        hold(patient(holder), doctor, starts.get(0)).then().statusCode(201)
                .body("holdId", equalTo(first.get("holdId"))).body("expiresAt", equalTo(first.get("expiresAt")));
        hold(patient(account("Not Theirs")), doctor, starts.get(0)).then().statusCode(409);
        MutableClock.advance(Duration.ofMinutes(4));
        hold(patient(holder), doctor, starts.get(0)).then().statusCode(201)
                .body("holdId", not(equalTo(first.get("holdId"))));
    }

    @Test
    void isOnlyOfStartsThatCanBe() {
        UUID doctor = doctor();
        UUID patient = account("Far Out");
        String start = starts(doctor).get(0);
        hold(patient(patient), doctor, start).then().statusCode(201);
        for (String never : List.of("+999999999-12-31T23:59:59-18:00", "-999999999-01-01T00:00:00+18:00",
                "+294277-01-01T00:00:00Z", start.replace(":00+", ":00.0000001+"), start.replace(":00+", ":01+"))) {
            hold(patient(patient), doctor, never).then().statusCode(422).body("code", equalTo("SLOT_NOT_OFFERED"));
        }
    }

    @Test
    void isGivenBackByItsHolderAlone() {
        UUID doctor = doctor();
        UUID holder = account("Changed Their Mind");
        String start = starts(doctor).get(0);
        String hold = hold(patient(holder), doctor, start).then().statusCode(201).extract().path("holdId");
        String address = "/api/appointments/holds/" + hold;
        patient(account("Impatient")).delete(address).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        assertThat(starts(doctor)).doesNotContain(start);
        patient(holder).delete(address).then().statusCode(204);
        patient(holder).delete(address).then().statusCode(404);
        assertThat(starts(doctor)).contains(start);
        book(patient(account("In Luck")), doctor, start).then().statusCode(201);
    }

    @Test
    void givingBackEndsNoVisit() {
        UUID doctor = doctor();
        UUID patient = account("Wrong Id");
        String visit = book(patient(patient), doctor, starts(doctor).get(0)).then().statusCode(201).extract()
                .path("id");
        patient(patient).delete("/api/appointments/holds/" + visit).then().statusCode(404);
        patient(patient).get("/api/appointments/" + visit).then().body("status", equalTo("booked"));
    }

    @Test
    void isNobodyElsesToPresentAndForNoOtherSlot() {
        UUID doctor = doctor();
        UUID holder = account("Owner");
        List<String> starts = starts(doctor);
        String hold = hold(patient(holder), doctor, starts.get(0)).then().statusCode(201).extract().path("holdId");
        bookWith(patient(account("Thief")), doctor, starts.get(0), hold).then().statusCode(404);
        bookWith(patient(holder), doctor, starts.get(1), hold).then().statusCode(404);
        bookWith(patient(holder), doctor, starts.get(0), hold).then().statusCode(201);
    }

    @Test
    void noMoreThanTwoAPerson() {
        UUID doctor = doctor();
        UUID holder = account("Hoarder");
        List<String> starts = starts(doctor);
        hold(patient(holder), doctor, starts.get(0)).then().statusCode(201);
        hold(patient(holder), doctor, starts.get(1)).then().statusCode(201);
        hold(patient(holder), doctor, starts.get(2)).then().statusCode(409).body("code", equalTo("TOO_MANY_HOLDS"));
    }

    @Test
    void theReceptionHoldsForSomeoneYetToBeNamed() {
        UUID doctor = doctor();
        UUID patient = account("On The Phone");
        String start = starts(doctor).get(0);
        RequestSpecification desk = reception();
        String hold = hold(desk, doctor, start).then().statusCode(201).extract().path("holdId");
        UUID deskId = database.rows("select held_by from appointment where id = $1", UUID.fromString(hold)).get(0)
                .getUUID(0);
        book(dev.smartdoctor.appointment.testing.Clinic.as(deskId, "receptionist"), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", start, "holdId", hold, "patientId", patient)).then()
                .statusCode(201);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        patient(account("Sloppy")).body(Map.of("doctorId", UUID.randomUUID())).post("/api/appointments/holds").then()
                .statusCode(422).body("errors.field", hasItem("start"));
        patient(account("Sloppier")).body("{\"doctorId\":3}").post("/api/appointments/holds").then().statusCode(422);
        patient(account("Inventive"))
                .body(Map.of("doctorId", UUID.randomUUID(), "start", "2999-01-01T10:00:00Z", "forever",
                        true))
                .post("/api/appointments/holds").then().statusCode(422).body("errors.field", hasItem("forever"));
        patient(account("Sloppiest")).body("{").post("/api/appointments/holds").then().statusCode(400);
        patient(account("Binary")).body(Map.of("doctorId", UUID.randomUUID(), "start", "2030-01-01T10:00:00Z",
                "visitType", "consultation\u0000")).post("/api/appointments/holds").then().statusCode(422)
                .body("errors.field", hasItem("visitType"));
    }

    /** A refusal comes before anything is done. */
    @Test
    void holdsNothingForSomebodyWhoCannotReadTheAnswer() {
        UUID doctor = doctor();
        String start = starts(doctor).get(0);
        hold(patient(account("Picture Reader")).accept("image/png"), doctor, start).then().statusCode(406)
                .body("code", equalTo("NOT_ACCEPTABLE"));
        assertThat(starts(doctor)).contains(start);
    }

    private static Response hold(RequestSpecification who, UUID doctor, String start) {
        return who.body(Map.of("doctorId", doctor, "start", start)).post("/api/appointments/holds");
    }

    private static Response bookWith(RequestSpecification who, UUID doctor, String start, String hold) {
        return book(who, UUID.randomUUID().toString(), Map.of("doctorId", doctor, "start", start, "holdId", hold));
    }
}
