package dev.smartdoctor.appointment.schedule;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.admin;
import static dev.smartdoctor.appointment.testing.Clinic.as;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.hours;
import static dev.smartdoctor.appointment.testing.Clinic.id;
import static dev.smartdoctor.appointment.testing.Clinic.instant;
import static dev.smartdoctor.appointment.testing.Clinic.location;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static dev.smartdoctor.appointment.testing.Clinic.today;
import static dev.smartdoctor.appointment.testing.Clinic.utc;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Clinic;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class WorkingTimeResourceTest {

    @Test
    void replacesTheHoursAtALocation() {
        UUID location = location(Clinic.BERLIN);
        UUID doctor = doctor("neurology", null, location);
        hours(doctor, location, "09:00", "12:00").then().statusCode(200).body("weekly", hasSize(7));
        hours(doctor, location, "14:00", "15:00").then().statusCode(200);
        assertThat(starts(doctor)).hasSize(14).allMatch(start -> start.contains("T14:"));
        admin().get("/api/doctors/" + doctor + "/working-hours").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].weekly[0].from", equalTo("14:00"));
        admin().body(Map.of("locationId", location, "validFrom", today().toString(), "weekly", List.of()))
                .put("/api/doctors/" + doctor + "/working-hours").then().statusCode(200);
        assertThat(starts(doctor)).isEmpty();
    }

    @Test
    void refusesHoursAtTwoLocationsAtOnce() {
        UUID berlin = location(Clinic.BERLIN);
        UUID newYork = location("America/New_York");
        UUID doctor = doctor("neurology", null, berlin);
        hours(doctor, berlin, "08:00", "12:00").then().statusCode(200);
        hours(doctor, newYork, "04:00", "05:00").then().statusCode(409).body("code", equalTo("WORKING_HOURS_OVERLAP"));
        hours(doctor, newYork, "08:00", "12:00").then().statusCode(200);
    }

    @Test
    void takesTimeOffAndGivesItBack() {
        UUID account = UUID.randomUUID();
        UUID doctor = doctor("gynaecology", account);
        int usual = starts(doctor).size();
        String away = starts(doctor).stream().filter(start -> start.startsWith(today().plusDays(3).toString()))
                .findFirst().orElseThrow();
        String day = today().plusDays(3).toString();
        String id = as(account, "doctor")
                .body(Map.of("start", day + "T00:00:00Z", "end", day + "T23:59:59Z", "note", "x"))
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(201).extract().path("id");
        assertThat(starts(doctor)).hasSize(usual - 20);
        book(patient(account("Unheard")), doctor, away).then().statusCode(422).body("code",
                equalTo("SLOT_NOT_OFFERED"));
        reception().get("/api/doctors/" + doctor + "/time-off").then().body("items.id", hasItem(id));
        as(account, "doctor").delete("/api/doctors/" + doctor + "/time-off/" + id).then().statusCode(204);
        as(account, "doctor").delete("/api/doctors/" + doctor + "/time-off/" + id).then().statusCode(404);
        assertThat(starts(doctor)).hasSize(usual);
    }

    @Test
    void tellsHowManyVisitsAreBookedInTimeOff() {
        UUID doctor = doctor("gynaecology", null);
        String day = today().plusDays(3).toString();
        List<String> that = starts(doctor).stream().filter(start -> start.startsWith(day)).toList();
        List<UUID> visits = new ArrayList<>();
        for (int slot : List.of(0, 1, 2, 19)) {
            visits.add(id(book(patient(account("Early Bird")), doctor, that.get(slot)).then().statusCode(201)));
        }
        post(reception(), visits.get(1), "cancel").then().statusCode(200);
        Instant first = instant(that.get(0));
        // From within the first visit to the beginning of the last: the first and the third, the second is cancelled.
        admin().body(Map.of("start", utc(first.plusSeconds(600)), "end", utc(instant(that.get(19)))))
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(201).body("visitsWithin", equalTo(2));
        post(reception(), visits.get(2), "cancel").then().statusCode(200);
        admin().get("/api/doctors/" + doctor + "/time-off").then().body("items[0].visitsWithin", equalTo(1));
        reception().get("/api/appointments/" + visits.get(0)).then().body("status", equalTo("booked"));
    }

    @Test
    void timeOffThatIsOverIsRefused() {
        UUID doctor = doctor();
        Instant now = new MutableClock().instant();
        admin().body(Map.of("start", utc(now.minusSeconds(7200)), "end", utc(now.minusSeconds(1))))
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(422)
                .body("errors[0].field", equalTo("end")).body("errors[0].code", equalTo("OVER"));
        Instant later = now.plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        admin().body(Map.of("start", utc(later), "end", utc(later.plusNanos(400))))
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(422)
                .body("errors[0].code", equalTo("NOT_AFTER_START"));
        admin().get("/api/doctors/" + doctor + "/time-off").then().body("total", equalTo(0));
        admin().body(Map.of("start", utc(now.minusSeconds(7200)), "end", utc(now.plusSeconds(3600))))
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(201);
    }

    @Test
    void whoWorksAtALocationIsFoundThere() {
        UUID first = location(Clinic.BERLIN);
        UUID second = location(Clinic.BERLIN);
        UUID doctor = doctor("neurology", null, first);
        hours(doctor, second, "09:00", "12:00").then().statusCode(200);
        hours(doctor, second, "09:00", "13:00").then().statusCode(200);
        given().get("/api/doctors/" + doctor).then().body("locationIds", hasItems(first.toString(), second.toString()));
        String path = "/api/admin/doctors/" + doctor;
        admin().body(Map.of("locationIds", List.of(first), "bio", "x")).patch(path).then().statusCode(409)
                .body("code", equalTo("WORKING_HOURS_STAND"));
        given().get("/api/doctors/" + doctor).then().body("bio", nullValue()).body("locationIds", hasSize(2));
        admin().body(Map.of("locationId", second, "validFrom", today().toString(), "weekly", List.of()))
                .put("/api/doctors/" + doctor + "/working-hours").then().statusCode(200);
        admin().body(Map.of("locationIds", List.of(first))).patch(path).then().statusCode(200)
                .body("locationIds", equalTo(List.of(first.toString())));
    }

    @Test
    void listsHoursAndTimeOffByPages() {
        UUID doctor = doctor("neurology", null);
        UUID second = location(Clinic.BERLIN);
        hours(doctor, second, "18:00", "19:00").then().statusCode(200);
        String last = "";
        for (int day = 1; day <= 3; day++) {
            last = takeOff(doctor, today().plusYears(1).plusDays(day));
        }
        for (String list : List.of("/working-hours", "/time-off")) {
            String path = "/api/doctors/" + doctor + list;
            int total = list.equals("/time-off") ? 3 : 2;
            admin().get(path).then().statusCode(200).body("items", hasSize(total)).body("page", equalTo(0))
                    .body("pageSize", equalTo(20)).body("total", equalTo(total));
            admin().get(path + "?pageSize=1&page=" + (total - 1)).then().body("items", hasSize(1))
                    .body("page", equalTo(total - 1)).body("pageSize", equalTo(1)).body("total", equalTo(total));
            admin().get(path + "?page=1").then().body("items", hasSize(0)).body("total", equalTo(total));
            admin().get(path + "?pageSize=101").then().statusCode(422).body("errors[0].field", equalTo("pageSize"));
        }
        admin().get("/api/doctors/" + doctor + "/time-off?pageSize=2&page=1").then().body("items.id",
                equalTo(List.of(last)));
    }

    private static String takeOff(UUID doctor, LocalDate day) {
        return admin().body(Map.of("start", day + "T00:00:00Z", "end", day + "T23:59:59Z"))
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(201).extract().path("id");
    }

    @Test
    void isEachDoctorsOwnAndEverybodysForTheDesk() {
        UUID account = UUID.randomUUID();
        UUID own = doctor("urology", account);
        UUID other = doctor();
        String body = "{\"start\":\"2030-01-01T10:00:00Z\",\"end\":\"2030-01-01T11:00:00Z\"}";
        as(account, "doctor").body(body).post("/api/doctors/" + own + "/time-off").then().statusCode(201);
        as(account, "doctor").body(body).post("/api/doctors/" + other + "/time-off").then().statusCode(403);
        reception().body(body).post("/api/doctors/" + other + "/time-off").then().statusCode(201);
        as(account, "doctor").get("/api/doctors/" + other + "/working-hours").then().statusCode(403);
        patient(account).get("/api/doctors/" + own + "/working-hours").then().statusCode(403);
        patient(account).body(body).post("/api/doctors/" + own + "/time-off").then().statusCode(403);
        admin().get("/api/doctors/" + UUID.randomUUID() + "/working-hours").then().statusCode(404);
        given().get("/api/doctors/" + own + "/working-hours").then().statusCode(401);
        given().contentType(ContentType.JSON).body(body).post("/api/doctors/" + own + "/time-off").then()
                .statusCode(401);
        given().contentType(ContentType.JSON).body("{}").put("/api/doctors/" + own + "/working-hours").then()
                .statusCode(401);
        given().delete("/api/doctors/" + own + "/time-off/" + own).then().statusCode(401);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        UUID doctor = doctor();
        UUID location = location(Clinic.BERLIN);
        String path = "/api/doctors/" + doctor + "/working-hours";
        String window = "{\"day\":\"MONDAY\",\"from\":\"%s\",\"to\":\"%s\"}";
        String body = "{\"locationId\":\"%s\",\"validFrom\":\"2026-01-01\",\"weekly\":[%s]}";
        admin().body("{}").put(path).then().statusCode(422).body("errors.field", hasItem("weekly"));
        admin().body(body.formatted(location, window.formatted("12:00", "09:00"))).put(path).then().statusCode(422)
                .body("errors[0].field", equalTo("weekly[0].to"));
        admin().body(body.formatted(location, window.formatted("9 am", "12:00"))).put(path).then().statusCode(422);
        admin().body(body.formatted(UUID.randomUUID(), window.formatted("09:00", "12:00"))).put(path).then()
                .statusCode(422).body("errors[0].field", equalTo("locationId"));
        admin().body(body.replace("2026", "9026").formatted(location, window.formatted("09:00", "12:00"))).put(path)
                .then().statusCode(422).body("errors[0].field", equalTo("validFrom"));
        admin().body("{\"start\":\"2030-01-01T10:00:00Z\",\"end\":\"2030-01-01T10:00:00Z\"}")
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(422)
                .body("errors[0].field", equalTo("end"));
    }
}
