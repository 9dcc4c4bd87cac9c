package dev.smartdoctor.appointment.schedule;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.admin;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.hours;
import static dev.smartdoctor.appointment.testing.Clinic.location;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static dev.smartdoctor.appointment.testing.Clinic.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.appointment.testing.Clinic;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class HolidayResourceTest {
    private static final String HOLIDAYS = "/api/admin/holidays";

    @Test
    void closesALocationAndOpensItAgain() {
        UUID location = location(Clinic.BERLIN);
        UUID doctor = doctor("ent", null, location);
        hours(doctor, location, "09:00", "10:00").then().statusCode(200);
        int usual = starts(doctor).size();
        String id = add(location, today().plusDays(4)).then().statusCode(201).extract().path("id");
        assertThat(starts(doctor)).hasSize(usual - 2);
        admin().get(HOLIDAYS + "?pageSize=100").then().statusCode(200).body("items.id", hasItem(id));
        admin().delete(HOLIDAYS + "/" + id).then().statusCode(204);
        assertThat(starts(doctor)).hasSize(usual);
        admin().delete(HOLIDAYS + "/" + id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        admin().get(HOLIDAYS + "?pageSize=100").then().body("items.id", not(hasItem(id)));
    }

    /** Visits that end or begin at the location's midnight are those of the days beside it, whatever day it is in UTC. */
    @Test
    void tellsHowManyVisitsAreBookedOnTheDay() {
        UUID apia = location("Pacific/Apia");
        UUID doctor = doctor("urology", null, apia);
        hours(doctor, apia, "00:00", "00:00").then().statusCode(200);
        LocalDate day = today().plusDays(4);
        for (String start : List.of(day.minusDays(1) + "T23:30", day + "T00:00", day + "T23:30",
                day.plusDays(1) + "T00:00", day.plusDays(1) + "T00:30")) {
            book(patient(account("Night Owl")), doctor, start + ":00+13:00").then().statusCode(201);
        }
        add(location(Clinic.BERLIN), day).then().statusCode(201).body("visitsWithin", equalTo(0));
        add(apia, day).then().statusCode(201).body("visitsWithin", equalTo(2));
    }

    /** On a day that no other test books. */
    @Test
    void withoutALocationItClosesAll() {
        UUID location = location("Africa/Nairobi");
        UUID doctor = doctor("ent", null, location);
        hours(doctor, location, "09:00", "10:00").then().statusCode(200);
        LocalDate day = today().plusDays(97);
        book(patient(account("Early Bird")), doctor, day + "T09:00:00+03:00").then().statusCode(201);
        String id = admin().body(Map.of("date", day.toString(), "name", "Founding day")).post(HOLIDAYS).then()
                .statusCode(201).body("visitsWithin", equalTo(1)).extract().path("id");
        book(patient(account("Latecomer")), doctor, day + "T09:30:00+03:00").then().statusCode(422);
        admin().delete(HOLIDAYS + "/" + id).then().statusCode(204);
        book(patient(account("Latecomer")), doctor, day + "T09:30:00+03:00").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Pacific/Pago_Pago", "Europe/Berlin", "Pacific/Apia" })
    void aDayThatIsOverThereIsRefused(String zone) {
        LocalDate today = LocalDate.ofInstant(new MutableClock().instant(), ZoneId.of(zone));
        UUID location = location(zone);
        add(location, today.minusDays(1)).then().statusCode(422).body("errors[0].field", equalTo("date"))
                .body("errors[0].code", equalTo("OVER"));
        add(location, today).then().statusCode(201);
        add(location, today).then().statusCode(409).body("code", equalTo("HOLIDAY_EXISTS"));
    }

    @Test
    void isListedByPages() {
        UUID location = location(Clinic.BERLIN);
        LocalDate day = today().plusYears(9);
        add(location, day.plusDays(1)).then().statusCode(201);
        add(location, day).then().statusCode(201);
        int total = admin().get(HOLIDAYS).then().extract().path("total");
        admin().get(HOLIDAYS + "?pageSize=1&page=" + (total - 1)).then().body("items", hasSize(1))
                .body("items[0].date", equalTo(day.plusDays(1).toString())).body("pageSize", equalTo(1));
    }

    @Test
    void isForAdministratorsAndNamesTheFieldThatIsWrong() {
        String one = HOLIDAYS + "/" + UUID.randomUUID();
        reception().body("{}").post(HOLIDAYS).then().statusCode(403);
        reception().get(HOLIDAYS).then().statusCode(403);
        reception().delete(one).then().statusCode(403);
        given().contentType(ContentType.JSON).body("{}").post(HOLIDAYS).then().statusCode(401);
        given().get(HOLIDAYS).then().statusCode(401);
        given().delete(one).then().statusCode(401);
        admin().body("{\"date\":\"2030-02-30\",\"name\":\"x\"}").post(HOLIDAYS).then().statusCode(422)
                .body("errors[0].field", equalTo("date"));
        admin().body("{\"date\":\"2030-02-20\"}").post(HOLIDAYS).then().statusCode(422).body("errors[0].field",
                equalTo("name"));
        add(UUID.randomUUID(), today()).then().statusCode(422).body("errors[0].field", equalTo("locationId"));
    }

    private static Response add(UUID location, LocalDate day) {
        return admin().body(Map.of("locationId", location, "date", day.toString(), "name", "Founding day"))
                .post(HOLIDAYS);
    }
}
