package dev.smartdoctor.platform.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class ConfirmationResourceTest {
    @Inject
    Pool pool;

    private final List<UUID> rows = new ArrayList<>();

    /** Whoever waits for an empty outbox must not wait for these. */
    @AfterEach
    void clear() {
        rows.forEach(id -> pool.preparedQuery("DELETE FROM outbox WHERE id = $1").executeAndAwait(Tuple.of(id)));
    }

    @Test
    void serviceConfirmsForItsOwnGroupAndForNoOther() {
        UUID event = waiting("one-service", "two-service");
        confirm("one-service", "two-service", event).statusCode(403).body("code", equalTo("FORBIDDEN"));
        assertThat(groups(event)).isEqualTo("{one-service,two-service}");
        confirm("one-service", "one-service", event).statusCode(204);
        assertThat(groups(event)).isEqualTo("{two-service}");
        confirm("two-service", "two-service", event).statusCode(204);
        assertThat(pool.preparedQuery("SELECT 1 FROM outbox WHERE id = $1").executeAndAwait(Tuple.of(event)).size())
                .isZero();
    }

    @Test
    void personsConfirmNothing() {
        UUID event = UUID.randomUUID();
        given().contentType("application/json").body(body("one-service", event)).post("/internal/events/confirmations")
                .then().statusCode(401);
        given().contentType("application/json").auth().oauth2(TestTokens.user(UUID.randomUUID(), "admin"))
                .body(body("one-service", event)).post("/internal/events/confirmations").then().statusCode(403);
        // Nor for a group of their own name, which the comparison of names alone would let pass.
        UUID person = UUID.randomUUID();
        given().contentType("application/json").auth().oauth2(TestTokens.user(person, "admin"))
                .body(body(person.toString(), event)).post("/internal/events/confirmations").then().statusCode(403);
    }

    private static ValidatableResponse confirm(String caller, String group, UUID event) {
        return given().contentType("application/json").auth().oauth2(TestTokens.service("test-service", caller))
                .body(body(group, event)).post("/internal/events/confirmations").then();
    }

    private static Map<String, Object> body(String group, UUID event) {
        return Map.of("group", group, "ids", List.of(event.toString()));
    }

    /** Published already, and not due again, so that no relay touches it. */
    private UUID waiting(String... groups) {
        UUID id = UUID.randomUUID();
        rows.add(id);
        pool.preparedQuery("""
                INSERT INTO outbox (id, type, aggregate_type, aggregate_id, occurred_at, version, schema_version, payload,
                                    pending_groups, entry_id, next_look_at)
                VALUES ($1, 'thing.ignored', 'thing', $1, now(), 1, 1, '{}', $2, '1-0', now() + interval '1 day')""")
                .executeAndAwait(Tuple.tuple().addUUID(id).addArrayOfString(groups));
        return id;
    }

    private String groups(UUID event) {
        return pool.preparedQuery("SELECT pending_groups::text FROM outbox WHERE id = $1").executeAndAwait(
                Tuple.of(event)).iterator().next().getString(0);
    }
}
