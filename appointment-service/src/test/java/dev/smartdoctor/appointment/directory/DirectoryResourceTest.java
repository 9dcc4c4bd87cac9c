package dev.smartdoctor.appointment.directory;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.admin;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.hours;
import static dev.smartdoctor.appointment.testing.Clinic.location;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DirectoryResourceTest {

    @Test
    void isPublicAndCached() {
        given().get("/api/specialties").then().statusCode(200).header("Cache-Control", containsString("max-age=60"))
                .body("total", equalTo(12)).body("items.code", hasItems("general_practice", "psychiatry"));
        given().get("/api/visit-types").then().statusCode(200).body("items.code", hasItem("consultation"))
                .body("items.find { it.code == 'consultation' }.durationMinutes", equalTo(30));
        UUID location = location("Europe/Berlin");
        assertThat(locations()).contains(location.toString());
    }

    /** All pages, since other tests have locations in the same clinic. */
    private static List<String> locations() {
        List<String> ids = new ArrayList<>();
        int total;
        int page = 0;
        do {
            JsonPath body = given().get("/api/locations?pageSize=100&page=" + page++).then().statusCode(200).extract()
                    .jsonPath();
            List<String> found = body.getList("items.id");
            assertThat(found).isNotEmpty();
            ids.addAll(found);
            total = body.getInt("total");
        } while (ids.size() < total);
        return ids;
    }

    @Test
    void findsDoctorsBySpecialtyLocationAndName() {
        UUID location = location("Europe/Berlin");
        UUID doctor = doctor("gastroenterology", null, location);
        String all = "/api/doctors?pageSize=100&";
        given().get(all + "specialty=gastroenterology").then().body("items.id", hasItem(doctor.toString()));
        given().get(all + "specialty=urology").then().body("items.id", not(hasItem(doctor.toString())));
        given().get(all + "locationId=" + location).then().body("items.id", equalTo(List.of(doctor.toString())))
                .body("items[0].locationIds", equalTo(List.of(location.toString())))
                .body("items[0].languages", equalTo(List.of("en", "de")));
        given().get(all + "locationId=" + location + "&q=ada EX").then().body("items.id", hasItem(doctor.toString()));
        given().queryParam("q", "100%_\\!'").get("/api/doctors").then().statusCode(200).body("total", equalTo(0));
        given().get("/api/doctors?q=" + "x".repeat(121)).then().statusCode(422);
        given().get("/api/doctors?locationId=7").then().statusCode(422);
        given().get("/api/doctors?q=").then().statusCode(200).body("total", greaterThan(0));
        given().get(all + "locationId=" + location + "&q=ÀDA-éx").then().body("items.id", hasItem(doctor.toString()));
        for (String name : List.of("specialty", "locationId", "page", "pageSize")) {
            given().get("/api/doctors?" + name + "=").then().statusCode(422).body("errors[0].field", equalTo(name));
        }
        given().get("/api/doctors/" + doctor).then().statusCode(200).body("fullName", equalTo("Dr. Ada Example"))
                .body("$", not(hasItem("accountId")));
        given().get("/api/doctors/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/api/doctors/seven").then().statusCode(404);
    }

    @Test
    void isKeptByAdministratorsAlone() {
        for (String path : List.of("/api/admin/doctors", "/api/admin/locations")) {
            given().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(401);
            reception().body("{}").post(path).then().statusCode(403);
            patient(UUID.randomUUID()).body("{}").post(path).then().statusCode(403);
            admin().body("{}").post(path).then().statusCode(422).body("code", equalTo("VALIDATION_ERROR"));
        }
        reception().body("{}").patch("/api/admin/doctors/" + UUID.randomUUID()).then().statusCode(403);
        given().contentType(ContentType.JSON).body("{}").patch("/api/admin/doctors/" + UUID.randomUUID()).then()
                .statusCode(401);
        admin().body("{}").patch("/api/admin/doctors/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        UUID location = location("Europe/Berlin");
        UUID other = location("America/New_York");
        UUID account = UUID.randomUUID();
        UUID doctor = doctor("ent", account, location);
        admin().body(Map.of("fullName", "Dr. Nguyễn Văn Ần", "locationIds", List.of(other)))
                .patch("/api/admin/doctors/" + doctor).then().statusCode(200).body("specialty", equalTo("ent"))
                .body("accountId", equalTo(account.toString())).body("fullName", equalTo("Dr. Nguyễn Văn Ần"))
                .body("locationIds", equalTo(List.of(other.toString())));
        admin().body(Map.of("active", false)).patch("/api/admin/doctors/" + doctor).then().statusCode(200);
        given().get("/api/doctors/" + doctor).then().statusCode(404);
    }

    @Test
    void changesAtTheSameTimeAllStand() throws Exception {
        UUID location = location("Europe/Berlin");
        for (int round = 0; round < 12; round++) {
            UUID doctor = doctor("ent", null, location("Europe/Berlin"));
            String path = "/api/admin/doctors/" + doctor;
            List<Integer> answers = together(List.of(
                    () -> admin().body(Map.of("active", false)).patch(path).statusCode(),
                    () -> admin().body(Map.of("bio", "Listens.")).patch(path).statusCode(),
                    () -> admin().body(Map.of("locationIds", List.of(location))).patch(path).statusCode(),
                    () -> admin().body(Map.of("locationIds", List.of(location))).patch(path).statusCode()));
            assertThat(answers).containsOnly(200);
            admin().body("{}").patch(path).then().body("active", equalTo(false)).body("bio", equalTo("Listens."))
                    .body("locationIds", equalTo(List.of(location.toString())));
        }
    }

    @Test
    void hoursAndTheirLocationAreChangedOneAfterTheOther() throws Exception {
        UUID location = location("Europe/Berlin");
        for (int round = 0; round < 12; round++) {
            UUID doctor = doctor("ent", null, location);
            Callable<Integer> hours = () -> hours(doctor, location, "09:00", "11:00").statusCode();
            Callable<Integer> leave = () -> admin().body(Map.of("locationIds", List.of()))
                    .patch("/api/admin/doctors/" + doctor).statusCode();
            List<Integer> answers = together(List.of(hours, hours, hours, leave, leave, leave));
            assertThat(answers.subList(0, 3)).containsOnly(200);
            assertThat(answers.subList(3, 6)).isSubsetOf(200, 409);
            given().get("/api/doctors/" + doctor).then().body("locationIds", equalTo(List.of(location.toString())));
        }
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void tellsOtherServicesOfFormerDoctorsTooAndNobodyElse() {
        UUID location = location("Europe/Berlin");
        UUID doctor = doctor("ent", null, location);
        admin().body(Map.of("active", false)).patch("/api/admin/doctors/" + doctor).then().statusCode(200);
        asService("appointment-service").get("/internal/doctors/" + doctor).then().statusCode(200)
                .body("id", equalTo(doctor.toString())).body("fullName", equalTo("Dr. Ada Example"));
        asService("appointment-service").get("/internal/locations/" + location).then().statusCode(200)
                .body("address", equalTo("Main Street 1"));
        for (String kind : List.of("doctors/", "locations/")) {
            asService("appointment-service").get("/internal/" + kind + UUID.randomUUID()).then().statusCode(404);
            asService("auth-service").get("/internal/" + kind + doctor).then().statusCode(401);
            given().get("/internal/" + kind + doctor).then().statusCode(401);
            admin().get("/internal/" + kind + doctor).then().statusCode(403);
        }
    }

    private static RequestSpecification asService(String audience) {
        return given().auth().oauth2(TestTokens.service(audience));
    }

    @Test
    void anAccountIsThatOfADoctor() {
        UUID doctor = doctor();
        UUID nobody = UUID.randomUUID();
        UUID unreadable = UUID.randomUUID();
        AuthStandIn.stub("/internal/accounts/" + unreadable, 500, "{}");
        for (UUID account : List.of(nobody, account("Only A Patient"))) {
            refusedAccount(adding(account), 422).body("errors[0].field", equalTo("accountId"));
            refusedAccount(changing(doctor, account), 422).body("errors[0].field", equalTo("accountId"));
        }
        refusedAccount(adding(unreadable), 503).body("code", equalTo("UNAVAILABLE"));
        refusedAccount(changing(doctor, unreadable), 503).body("code", equalTo("UNAVAILABLE"));
    }

    private static Response adding(UUID account) {
        return admin().body(Map.of("fullName", "Dr. X", "specialty", "ent", "accountId", account))
                .post("/api/admin/doctors");
    }

    private static Response changing(UUID doctor, UUID account) {
        return admin().body(Map.of("accountId", account)).patch("/api/admin/doctors/" + doctor);
    }

    private static ValidatableResponse refusedAccount(Response answer, int status) {
        return answer.then().statusCode(status);
    }

    @Test
    void nullClearsAccountAndBioAndNothingElse() {
        UUID doctor = doctor("ent", UUID.randomUUID(), location("Europe/Berlin"));
        String path = "/api/admin/doctors/" + doctor;
        admin().body(Map.of("bio", "Listens.")).patch(path).then().statusCode(200).body("bio", equalTo("Listens."))
                .body("accountId", notNullValue());
        for (String field : List.of("fullName", "specialty", "languages", "locationIds", "active")) {
            admin().body("{\"" + field + "\":null}").patch(path).then().statusCode(422).body("errors[0].field",
                    equalTo(field));
        }
        admin().body("{\"bio\":null}").patch(path).then().statusCode(200).body("bio", nullValue())
                .body("accountId", notNullValue());
        admin().body("{\"accountId\":null}").patch(path).then().statusCode(200).body("accountId", nullValue())
                .body("fullName", equalTo("Dr. Ada Example"));
    }

    /** Without a declared media type the answer would be the Java object's own text. */
    @Test
    void answersInNoMediaTypeButJson() {
        for (String path : List.of("/api/doctors", "/api/doctors/" + doctor(), "/api/specialties", "/api/locations",
                "/api/visit-types")) {
            given().accept("image/png").get(path).then().statusCode(406).body("code", equalTo("NOT_ACCEPTABLE"));
            given().accept("*/*").get(path).then().statusCode(200).contentType(ContentType.JSON);
        }
    }

    @Test
    void namesTheFieldThatIsWrong() {
        UUID account = UUID.randomUUID();
        UUID location = location("Europe/Berlin");
        doctor("ent", account, location);
        admin().body(Map.of("fullName", "Dr. Two", "specialty", "ent", "accountId", account)).post("/api/admin/doctors")
                .then().statusCode(409).body("code", equalTo("ACCOUNT_IN_USE"));
        admin().body(Map.of("fullName", "Dr. X", "specialty", "alchemy")).post("/api/admin/doctors").then()
                .statusCode(422).body("errors[0].field", equalTo("specialty"));
        admin().body(Map.of("fullName", "Dr. X", "specialty", "ent", "locationIds", List.of(UUID.randomUUID())))
                .post("/api/admin/doctors").then().statusCode(422).body("errors[0].field", equalTo("locationIds"));
        admin().body(Map.of("fullName", "Dr.\r\nX", "specialty", "ent")).post("/api/admin/doctors").then()
                .statusCode(422).body("errors[0].field", equalTo("fullName"));
        admin().body(Map.of("fullName", "Dr. X", "specialty", "ent\u0000")).post("/api/admin/doctors").then()
                .statusCode(422).body("errors[0].field", equalTo("specialty"));
        given().queryParam("q", "x".repeat(121)).get("/api/doctors").then().statusCode(422)
                .body("errors[0].field", equalTo("q"));
        admin().body(Map.of("name", "House", "timeZone", "Middle/Earth", "country", "DE")).post("/api/admin/locations")
                .then().statusCode(422).body("errors[0].field", equalTo("timeZone"));
        admin().body(Map.of("name", "House", "timeZone", "Europe/Berlin", "country", "Germany"))
                .post("/api/admin/locations").then().statusCode(422).body("errors[0].field", equalTo("country"));
    }
}
