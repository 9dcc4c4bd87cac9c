package dev.smartdoctor.platform.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class DatabaseFailuresTest {
    private static final String[] EVERY_WAY = { "/things/panache/", "/things/sql/" };

    @Inject
    Pool pool;
    @TestHTTPResource(management = true)
    URI management;

    @AfterEach
    void giveBack() {
        TcpForwarder.giveBack();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions()
                .until(() -> pool.query("SELECT 1").execute().await().atMost(Duration.ofSeconds(3)) != null);
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        TcpForwarder.takeAway();
        for (String way : EVERY_WAY) {
            unavailable(given().post(way + UUID.randomUUID()).then());
        }
        unavailable(given().get("/things/" + UUID.randomUUID()).then());
        TcpForwarder.giveBack();
        for (String way : EVERY_WAY) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> given().post(way + UUID.randomUUID()).then().statusCode(200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/things/panache/", "/things/sql/" })
    void saysThatThePoolIsEmpty(String way) {
        List<SqlConnection> held = new ArrayList<>();
        try {
            while (held.size() < 16) {
                held.add(pool.getConnection().await().atMost(Duration.ofSeconds(1)));
            }
        } catch (RuntimeException e) {
            // The pool is empty now: that is the point.
        }
        long before = System.nanoTime();
        try {
            unavailable(given().post(way + UUID.randomUUID()).then());
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofSeconds(1),
                    Duration.ofSeconds(5));
        } finally {
            held.forEach(SqlConnection::closeAndAwait);
        }
    }

    @Test
    void refusesWhoeverComesAfterTheLongestQueue() {
        Queue<Throwable> refused = new ConcurrentLinkedQueue<>();
        List<SqlConnection> held = new CopyOnWriteArrayList<>();
        try {
            for (int i = 0; i < 16 + 512 + 64; i++) {
                pool.getConnection().subscribe().with(held::add, refused::add);
            }
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(refused)
                    .hasAtLeastOneElementOfType(ConnectionPoolTooBusyException.class));
        } finally {
            await().atMost(Duration.ofSeconds(10)).until(() -> held.size() + refused.size() == 16 + 512 + 64);
            held.forEach(SqlConnection::closeAndAwait);
        }
    }

    @Test
    void isUnreadyButAliveWithoutItsDatabase() {
        given().get(health("ready")).then().statusCode(200);
        TcpForwarder.takeAway();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get(health("ready")).then().statusCode(503)
                .body(not(containsString("xception"))));
        given().get(health("live")).then().statusCode(200);
        TcpForwarder.giveBack();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get(health("ready")).then().statusCode(200));
    }

    @Test
    void boundsWhatAStatementMayTake() {
        assertThat(setting("statement_timeout")).isEqualTo("5s");
        assertThat(setting("lock_timeout")).isEqualTo("2s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("10s");
        assertThat(setting("application_name")).isEqualTo("test-service");
    }

    private URI health(String probe) {
        return management.resolve("/q/health/" + probe);
    }

    private String setting(String name) {
        return pool.query("SHOW " + name).executeAndAwait().iterator().next().getString(0);
    }

    @Test
    void takesAFaultyStatementForItsOwnFault() {
        for (String way : EVERY_WAY) {
            given().get(way + "fault").then().statusCode(500).body("code", equalTo("DATABASE_ERROR"))
                    .body(not(containsString("secret_column"))).body("traceId", matchesPattern("[0-9a-f]{32}"));
        }
    }

    @Test
    void namesTheViolatedConstraintWhicheverWayItWasMet() {
        for (String way : EVERY_WAY) {
            given().post(way + "twice/" + UUID.randomUUID()).then().statusCode(200)
                    .body(equalTo("Optional[23505] Optional[thing_name_unique]"));
        }
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503).header("Retry-After", equalTo("2")).body("code", equalTo("UNAVAILABLE"))
                .body(not(containsString("onnection"))).body(not(containsString("xception")));
    }
}
