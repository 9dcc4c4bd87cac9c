package dev.smartdoctor.appointment.testing;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A clinic set up through the interface, as its administrators would: locations, doctors with hours, accounts. */
public final class Clinic {

    public static final String BERLIN = "Europe/Berlin";

    private Clinic() {
    }

    public static RequestSpecification as(UUID account, String... roles) {
        Instant now = new MutableClock().instant();
        String token = TestTokens.builder().subject(account.toString()).roles(roles).issuedAt(now).build();
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification admin() {
        return as(UUID.randomUUID(), "admin");
    }

    public static RequestSpecification reception() {
        return as(UUID.randomUUID(), "receptionist");
    }

    public static RequestSpecification patient(UUID account) {
        return as(account, "patient");
    }

    /** A patient's account that auth-service knows. */
    public static UUID account(String fullName) {
        UUID id = UUID.randomUUID();
        AuthStandIn.stub("/internal/accounts/" + id, 200, """
                {"id":"%s","email":"p@example.org","fullName":"%s","phone":"+4930123456","dateOfBirth":"1980-02-29",
                 "locale":"en","timeZone":"Europe/Berlin","roles":["patient"],"status":"active","emailVerified":true}
                """.formatted(id, fullName));
        return id;
    }

    /** Makes it the account of a doctor whom auth-service knows. */
    static void employ(UUID account) {
        AuthStandIn.stub("/internal/accounts/" + account, 200, """
                {"id":"%s","fullName":"Dr. Ada Example","roles":["doctor","patient"]}""".formatted(account));
    }

    public static UUID location(String zone) {
        return id(admin().body(Map.of("name", "House " + UUID.randomUUID(), "timeZone", zone, "country", "DE",
                "address", "Main Street 1")).post("/api/admin/locations").then().statusCode(201));
    }

    public static UUID doctor(String specialty, UUID account, UUID location) {
        Map<String, Object> body = new HashMap<>(Map.of("fullName", "Dr. Ada Example", "specialty", specialty,
                "languages", List.of("en", "de"), "locationIds", List.of(location)));
        if (account != null) {
            employ(account);
            body.put("accountId", account);
        }
        return id(admin().body(body).post("/api/admin/doctors").then().statusCode(201));
    }

    /** A doctor in Berlin who works every day from eight to eighteen. */
    public static UUID doctor(String specialty, UUID account) {
        UUID location = location(BERLIN);
        UUID doctor = doctor(specialty, account, location);
        hours(doctor, location, "08:00", "18:00").then().statusCode(200);
        return doctor;
    }

    public static UUID doctor() {
        return doctor("cardiology", null);
    }

    public static Response hours(UUID doctor, UUID location, String from, String to) {
        List<Map<String, String>> weekly = Stream
                .of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
                .map(day -> Map.of("day", day, "from", from, "to", to)).toList();
        return admin()
                .body(Map.of("locationId", location, "validFrom", today().minusDays(3).toString(), "weekly", weekly))
                .put("/api/doctors/" + doctor + "/working-hours");
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(new MutableClock().instant(), ZoneId.of(BERLIN));
    }

    /** The starts offered on the days from the day after tomorrow on. */
    public static List<String> starts(UUID doctor) {
        return given().queryParam("doctorId", doctor).queryParam("from", today().plusDays(2).toString())
                .queryParam("to", today().plusDays(8).toString()).get("/api/slots").then().statusCode(200).extract()
                .jsonPath().getList("slots.start");
    }

    public static Response book(RequestSpecification who, UUID doctor, String start) {
        return book(who, UUID.randomUUID().toString(), Map.of("doctorId", doctor, "start", start));
    }

    public static Response book(RequestSpecification who, String key, Map<String, ?> body) {
        return who.header("Idempotency-Key", key).body(body).post("/api/appointments");
    }

    /** A visit of the patient with the doctor, at the given place in the list of what is offered. */
    public static UUID visit(UUID patient, UUID doctor, int slot) {
        return id(book(patient(patient), doctor, starts(doctor).get(slot)).then().statusCode(201));
    }

    public static Response post(RequestSpecification who, UUID visit, String action) {
        return who.post("/api/appointments/" + visit + "/" + action);
    }

    public static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    public static String utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toString();
    }

    public static UUID id(io.restassured.response.ValidatableResponse answer) {
        return UUID.fromString(answer.extract().path("id"));
    }
}
