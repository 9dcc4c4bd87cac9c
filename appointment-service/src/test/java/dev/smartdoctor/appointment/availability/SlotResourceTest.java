package dev.smartdoctor.appointment.availability;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.admin;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.hours;
import static dev.smartdoctor.appointment.testing.Clinic.location;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Clinic;
import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class SlotResourceTest {

    @Inject
    Database database;

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @Test
    void offersIffItCanBeBooked() {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            // Each seed at another time of year, so that changes of clocks are among the days.
            MutableClock.set(Instant.parse("2027-01-01T06:00:00Z").plus(Duration.ofDays(random.nextInt(365))));
            UUID location = location(List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
                    .get(random.nextInt(3)));
            UUID doctor = doctor("ophthalmology", null, location);
            hours(doctor, location, "0%d:%s0".formatted(random.nextInt(4), random.nextInt(6)), "23:40").then()
                    .statusCode(200);
            LocalDate first = today().plusDays(2);
            timeOff(doctor, first.plusDays(1), random);
            for (int visit = 0; visit < 5; visit++) {
                List<String> free = offered(doctor, first, first.plusDays(2));
                book(patient(account("Filler")), doctor, free.get(random.nextInt(free.size()))).then().statusCode(201);
            }
            Set<Instant> offered = offered(doctor, first, first.plusDays(2)).stream().map(Clinic::instant)
                    .collect(Collectors.toSet());
            Set<Instant> tried = new HashSet<>(offered.stream().limit(8).toList());
            for (int index = 0; index < 20; index++) {
                tried.add(first.atStartOfDay().atZone(java.time.ZoneOffset.UTC).toInstant()
                        .plus(Duration.ofMinutes(10L * random.nextInt(3 * 144))));
            }
            Set<Instant> within = instants(doctor, first);
            for (Instant start : tried) {
                int status = book(patient(account("Prober")), doctor, start.toString()).statusCode();
                assertThat(status == 201).as("seed %d, %s: %d", seed, start, status).isEqualTo(within.contains(start));
                within = status == 201 ? instants(doctor, first) : within;
            }
        }
    }

    private static Set<Instant> instants(UUID doctor, LocalDate first) {
        return offered(doctor, first.minusDays(1), first.plusDays(4)).stream().map(Clinic::instant)
                .collect(Collectors.toSet());
    }

    private static void timeOff(UUID doctor, LocalDate day, Random random) {
        Instant from = day.atTime(10, 0).toInstant(java.time.ZoneOffset.UTC).plusSeconds(60L * random.nextInt(90));
        admin().body(Map.of("start", from.toString(), "end", from.plusSeconds(60L * 75).toString()))
                .post("/api/doctors/" + doctor + "/time-off").then().statusCode(201);
    }

    @Test
    void listsASpecialtyAcrossDoctorsInOrder() {
        UUID one = doctor("psychiatry", null);
        UUID other = doctor("psychiatry", null);
        LocalDate day = today().plusDays(3);
        JsonPath slots = given().get("/api/slots?specialty=psychiatry&from=" + day + "&to=" + day).then()
                .statusCode(200).extract().jsonPath();
        assertThat(slots.getList("slots.doctorId")).contains(one.toString(), other.toString());
        List<String> starts = slots.getList("slots.start");
        assertThat(starts).hasSizeGreaterThanOrEqualTo(40).isSortedAccordingTo(
                (a, b) -> OffsetDateTime.parse(a).toInstant().compareTo(OffsetDateTime.parse(b).toInstant()));
        JsonPath days = given().get("/api/slots/days?specialty=psychiatry&from=" + day + "&to=" + day.plusDays(30))
                .then().statusCode(200).extract().jsonPath();
        Map<String, Object> first = days.getMap("days.find { it.doctorId == '" + one + "' }");
        assertThat(first).containsEntry("date", day.toString()).containsEntry("count", 20);
        assertThat(first.get("first")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("visitType", "consultation").containsEntry("timeZone", "Europe/Berlin");
    }

    @Test
    void takesDatesInTheLocationsZone() {
        UUID apia = location("Pacific/Apia");
        UUID doctor = doctor("urology", null, apia);
        hours(doctor, apia, "00:00", "01:00").then().statusCode(200);
        LocalDate day = today().plusDays(5);
        assertThat(offered(doctor, day, day)).containsExactly(day + "T00:00:00+13:00", day + "T00:30:00+13:00");
    }

    @Test
    void leavesOutHolidaysAndInactiveDoctors() {
        UUID location = location("Europe/Berlin");
        UUID doctor = doctor("ent", null, location);
        hours(doctor, location, "09:00", "10:00");
        LocalDate day = today().plusDays(4);
        assertThat(offered(doctor, day, day)).hasSize(2);
        admin().body(Map.of("locationId", location, "date", day.toString(), "name", "Founding day"))
                .post("/api/admin/holidays").then().statusCode(201);
        admin().body(Map.of("locationId", location, "date", day.toString(), "name", "Founding day"))
                .post("/api/admin/holidays").then().statusCode(409).body("code", equalTo("HOLIDAY_EXISTS"));
        assertThat(offered(doctor, day, day)).isEmpty();
        book(patient(account("Holiday Maker")), doctor, day + "T09:00:00+01:00").then().statusCode(422);
        admin().body(Map.of("active", false)).patch("/api/admin/doctors/" + doctor).then().statusCode(200);
        assertThat(offered(doctor, day, day.plusDays(6))).isEmpty();
        book(patient(account("Too Late")), doctor, day.plusDays(1) + "T09:00:00+01:00").then().statusCode(404);
    }

    @Test
    void namesTheParameterThatIsWrong() {
        UUID doctor = UUID.randomUUID();
        String day = today().toString();
        refused("from=" + day + "&to=" + day, "doctorId");
        refused("doctorId=" + doctor + "&specialty=ent&from=" + day, "doctorId");
        refused("doctorId=" + doctor, "from");
        refused("doctorId=x&from=" + day, "doctorId");
        refused("doctorId=" + doctor + "&from=today", "from");
        refused("doctorId=" + doctor + "&from=2026-02-02&to=2026-02-01", "to");
        refused("doctorId=" + doctor + "&from=2026-01-01&to=2026-02-01", "to");
        refused("specialty=ent&from=2026-01-01&to=2026-01-08", "to");
        refused("doctorId=" + doctor + "&from=" + day + "&visitType=seance", "visitType");
        refused("doctorId=" + doctor + "&from=" + day + "&visitType=", "visitType");
        refused("doctorId=" + doctor + "&from=" + day + "&to=", "to");
        refused("doctorId=" + doctor + "&from=" + day + "&locationId=", "locationId");
        refused("doctorId=&from=" + day, "doctorId");
        refused("specialty=&from=" + day, "specialty");
        given().get("/api/slots/days?specialty=ent&from=2026-01-01&to=2026-02-01").then().statusCode(422);
        given().get("/api/slots?doctorId=" + doctor + "&from=0001-01-01&to=0001-01-02").then().statusCode(200)
                .body("slots", equalTo(List.of()));
        given().get("/api/slots?doctorId=" + doctor + "&from=9999-12-30&to=9999-12-31").then().statusCode(200);
    }

    private static void refused(String query, String field) {
        given().get("/api/slots?" + query).then().statusCode(422).body("code", equalTo("VALIDATION_ERROR"))
                .body("errors[0].field", equalTo(field));
    }

    private static List<String> offered(UUID doctor, LocalDate from, LocalDate to) {
        return given().get("/api/slots?doctorId=" + doctor + "&from=" + from + "&to=" + to).then().statusCode(200)
                .extract().jsonPath().getList("slots.start");
    }
}
