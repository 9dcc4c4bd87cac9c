package dev.smartdoctor.appointment.patient;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;

/** What this service makes of each event of auth-service, as the examples show them. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AuthEventsContractTest {

    private static final String FAILURES = """
            select (select count(*) from inbox_failure where event_id = $1) + (select count(*) from dead_letter where id = $1)""";

    @Inject
    Database database;
    @Inject
    Redis redis;

    static List<String> types() {
        return ExampleEvents.types("auth.events");
    }

    @ParameterizedTest
    @MethodSource("types")
    void understandsOrPassesOver(String type) {
        UUID stranger = account("Contract Reader");
        UUID known = account("Contract Patient");
        visit(known, doctor(), 0);
        long wanted = wanted(known);

        hear(type, stranger);
        hear(type, known);

        assertThat(database.rows("select 1 from patient where id = $1", stranger))
                .hasSize(type.equals("account.registered") ? 1 : 0);
        assertThat(wanted(known) - wanted).isEqualTo(type.equals("account.updated") ? 1 : 0);
    }

    @Test
    void lastsNoLongerThanTheSession() {
        UUID session = UUID.randomUUID();
        String token = TestTokens.builder().sessionId(session.toString()).build();
        given().auth().oauth2(token).get("/api/appointments").then().statusCode(200);

        stream().publish(ExampleEvents.about("session.revoked", Map.of("sessionId", session)));

        await().atMost(Duration.ofSeconds(2))
                .until(() -> given().auth().oauth2(token).get("/api/appointments").statusCode() == 401);
    }

    private void hear(String type, UUID account) {
        Map<String, String> event = ExampleEvents.about(type,
                Map.of("accountId", account, "sessionId", UUID.randomUUID()));
        stream().publish(event);
        stream().awaitDoneBy("appointment-service");
        assertThat(database.count(FAILURES, UUID.fromString(event.get("id")))).isZero();
    }

    private ExampleStream stream() {
        return new ExampleStream(redis, "auth.events");
    }

    private long wanted(UUID account) {
        return database.count("select profile_wanted from patient where id = $1", account);
    }
}
