package dev.smartdoctor.platform.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;

/** Clients that go away in the midst of a request must leave no connection behind (CVE-2025-14969), on either way into the database. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class CutRequestsTest {
    private static final int AT_ONCE = 10;

    @Inject
    Pool pool;
    @TestHTTPResource("/things")
    URI things;

    @BeforeEach
    void empty() {
        pool.query("TRUNCATE thing").executeAndAwait();
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /things/panache/slow", "POST /things/panache/#", "POST /things/sql/#" })
    void leaveThePoolWhole(String request) throws IOException, InterruptedException {
        int calls = Boolean.getBoolean("proof") ? 10_000 : 300;
        Random random = new Random(7);
        for (int i = 0; i < calls; i += AT_ONCE) {
            Socket[] sockets = new Socket[AT_ONCE];
            for (int j = 0; j < AT_ONCE; j++) {
                sockets[j] = new Socket(things.getHost(), things.getPort());
                String line = request.replace("#", UUID.randomUUID().toString());
                sockets[j].getOutputStream().write((line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            // Not a wait for something to happen: the cut comes at another moment of the request each time.
            Thread.sleep(random.nextInt(25));
            for (Socket socket : sockets) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
        TransactionsTest.assertThatPoolIsWhole(pool);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(idleInTransaction()).isZero());
        String name = UUID.randomUUID().toString();
        String id = given().post("/things/panache/" + name).then().statusCode(200).extract().asString();
        given().get("/things/" + id).then().statusCode(200).body(equalTo(name));
    }

    private long idleInTransaction() {
        return pool.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND state LIKE 'idle in transaction%'").executeAndAwait().iterator().next().getLong(0);
    }
}
