package dev.smartdoctor.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.testing.LogLines;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a caller sends and what is refused stays out of the log, at the level that production runs with. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class LogHygieneTest {
    private static final String PERSONAL = "hunter2-and-my-rash";

    @TestHTTPResource("/probe")
    URI probe;

    @RegisterExtension
    final LogLines log = new LogLines();

    @Test
    void keepsWhatItRefusedOutOfTheLog() {
        for (String body : List.of("{\"name\":\"a\",\"count\":\"" + PERSONAL + "\"}",
                "{\"name\":\"a\",\"" + PERSONAL + "\":1}", "{\"name\":\"a\"} " + PERSONAL, PERSONAL,
                "{\"name\":\"a\",\"person\":\"<" + PERSONAL + ">\"}",
                "{\"name\":\"a\",\"day\":\"" + PERSONAL + "\"}")) {
            given().contentType("application/json").body(body).post("/probe").then().statusCode(
                    oneOf(400, 422));
        }
        given().queryParam("from", PERSONAL).get("/probe/search").then().statusCode(422);
        given().get("/probe/things/" + PERSONAL).then().statusCode(404);
        given().header("X-Request-Id", PERSONAL + " {}").get("/probe/failure").then().statusCode(500);
        assertThat(log.all()).as("it does hear").isNotEmpty().noneMatch(line -> line.contains(PERSONAL));
    }

    @Test
    void keepsTokensOutOfTheLog() {
        String good = TestTokens.user(UUID.randomUUID(), "patient");
        String bad = TestTokens.builder().issuer("https://" + PERSONAL).build();
        for (String token : List.of(good, bad, PERSONAL)) {
            given().header("Authorization", "Bearer " + token).get("/probe/failure").then().statusCode(500);
            given().header("Authorization", "Bearer " + token).get("/probe/anyone").then().statusCode(200);
            given().header("Authorization", "Bearer " + token).get("/probe/doctors-only").then()
                    .statusCode(oneOf(401, 403));
        }
        assertThat(log.all()).isNotEmpty().noneMatch(line -> line.contains(PERSONAL) || line.contains(good)
                || line.contains(bad) || line.contains(good.substring(good.lastIndexOf('.'))));
    }

    @Test
    void everyLineOfARequestCarriesItsIds() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("X-Request-Id", "abc-123").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/probe/failure").then().statusCode(500);
        assertThat(log.of(Problems.class)).isNotEmpty()
                .allMatch(line -> line.contains("requestId=abc-123") && line.contains("traceId=" + trace));
    }

    /** As the gateway does where a body turns out too large, however it is framed; of two ways of reading bodies each has one. */
    @ParameterizedTest
    @ValueSource(strings = { "Transfer-Encoding: chunked\r\n\r\n7d00\r\n", "Content-Length: 64000\r\n\r\n" })
    void saysNothingOfCallersWhoLeaveInTheMidst(String framing) throws IOException {
        try (Socket socket = new Socket(probe.getHost(), probe.getPort())) {
            String request = "POST /probe HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + framing
                    + "{\"name\":\"" + "a".repeat(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
        await().during(Duration.ofSeconds(1)).until(() -> log.of(Problems.class).isEmpty());
    }
}
