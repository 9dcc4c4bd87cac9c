package dev.smartdoctor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.gateway.testing.RawClient.Answer;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class ProxyTest {
    private static final String SIGNED_IN = "Authorization: Bearer "
            + TestTokens.user(UUID.randomUUID(), Roles.PATIENT);

    @Inject
    Doors doors;

    @Test
    void forwardsTheVeryStringThatWasChecked() {
        try (RawClient client = new RawClient(doors.port())) {
            String target = "/api/doctors?q=O%E2%80%99Brien&specialty=ent&x=%2F";
            assertThat(client.request("GET", target).json().getString("uri")).isEqualTo(target);
        }
    }

    @Test
    void rewritesWhatTellsOfTheWayAndDropsIdentityHeaders() {
        try (RawClient client = new RawClient(doors.port(), "127.5.5.5")) {
            JsonObject headers = client.request("GET", "/api/appointments", SIGNED_IN, "X-Forwarded-For: 6.6.6.6",
                    "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: for=6.6.6.6",
                    "X-Real-IP: 6.6.6.6", "X-User-Id: admin", "X-User-Roles: admin", "X-Http-Method-Override: DELETE",
                    "Cookie: refresh_token=1", "Connection: keep-alive, If-Match", "If-Match: \"7\"",
                    "If-None-Match: \"8\"", "Proxy-Authorization: Basic x", "TE: trailers", "Upgrade: h2c")
                    .json().getJsonObject("headers");
            assertThat(headers.fieldNames()).containsExactlyInAnyOrder("host", "authorization", "if-none-match",
                    "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-request-id", "traceparent",
                    "x-deadline-ms");
            assertThat(headers.getJsonArray("x-forwarded-for")).containsExactly("127.5.5.5");
            assertThat(headers.getJsonArray("x-forwarded-host")).containsExactly("clinic.test");
            assertThat(headers.getJsonArray("x-forwarded-proto")).containsExactly("http");
            assertThat(Long.parseLong(headers.getJsonArray("x-deadline-ms").getString(0))).isBetween(1L, 15_000L);
        }
    }

    @Test
    void believesATrustedProxyAboutTheClient() {
        try (RawClient client = new RawClient(doors.port(), GatewayTestResource.TRUSTED_PROXY)) {
            Answer answer = client.request("GET", "/api/doctors", "X-Forwarded-For: 6.6.6.6, 203.0.113.77",
                    "X-Forwarded-Proto: https");
            JsonObject headers = answer.json().getJsonObject("headers");
            assertThat(headers.getJsonArray("x-forwarded-for")).containsExactly("203.0.113.77");
            assertThat(headers.getJsonArray("x-forwarded-proto")).containsExactly("https");
            assertThat(answer.header("strict-transport-security")).isNotNull();
            JsonObject next = client.request("GET", "/api/doctors", "X-Forwarded-For: 203.0.113.78").json();
            assertThat(next.getJsonObject("headers").getJsonArray("x-forwarded-for"))
                    .as("another client over the same connection").containsExactly("203.0.113.78");
        }
    }

    @Test
    void dropsWhatASecondConnectionLineNames() {
        try (RawClient client = new RawClient(doors.port())) {
            JsonObject headers = client.request("GET", "/api/doctors", "Connection: keep-alive", "Connection: If-Match",
                    "If-Match: \"7\"", "If-None-Match: \"8\"").json().getJsonObject("headers");
            assertThat(headers.fieldNames()).contains("if-none-match").doesNotContain("if-match");
        }
    }

    @Test
    void givesTheCookieToAuthServiceAlone() {
        try (RawClient client = new RawClient(doors.port())) {
            JsonObject headers = client.request("POST", "/api/auth/refresh", "Cookie: refresh_token=1",
                    "Origin: https://elsewhere.example", "X-Requested-With: smart-doctor").json()
                    .getJsonObject("headers");
            assertThat(headers.fieldNames()).contains("cookie", "origin", "x-requested-with");
        }
    }

    @Test
    void keepsInsideWhatIsInside() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("GET", "/api/doctors?answer=inside");
            assertThat(answer.head()).doesNotContain("secret").doesNotContainIgnoringCase("x-user-id");
            assertThat(answer.header("etag")).as("named by Connection").isNull();
            assertThat(answer.header("access-control-allow-origin")).isNull();
            assertThat(answer.header("location")).isEqualTo("/api/appointments/1");
            assertThat(answer.header("cache-control")).isEqualTo("no-store");
            assertThat(client.request("GET", "/api/doctors?answer=cacheable").head()).containsOnlyOnce("cache-control")
                    .contains("public, max-age=60");
        }
    }

    @Test
    void tellsOfTheLimitOfAServiceAndOfNoOtherBesideIt() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("POST", "/api/auth/login?answer=throttled");
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("ratelimit")).isEqualTo("\"sign-in-account\";r=0;t=9");
            assertThat(answer.header("ratelimit-policy")).isEqualTo("\"sign-in-account\";q=5;w=86400");
            assertThat(answer.head().toLowerCase(Locale.ROOT).split("\nratelimit")).as("one of each").hasSize(3);
        }
    }

    @Test
    void leadsWhoeverHoldsARefreshTokenToTheSignOut() {
        for (String path : List.of("/api/auth/logout", "/api/auth/logout-all")) {
            try (RawClient client = new RawClient(doors.port())) {
                String body = "{\"refreshToken\":\"r\"}";
                for (String header : List.of("X-No: token", "Authorization: Bearer a.b.c")) {
                    Answer answer = client.send(RawClient.head("POST", path, header, "Content-Length: " + body.length())
                            + body).read();
                    assertThat(answer.json().getInteger("bodyBytes")).as(path).isEqualTo(body.length());
                    assertThat(answer.json().getJsonObject("headers").containsKey("authorization")).isFalse();
                }
            }
        }
    }

    @Test
    void givesNoLengthToAnAnswerWithoutABody() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("GET", "/api/doctors?answer=nothing");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("content-length")).isNull();
            assertThat(answer.header("transfer-encoding")).isNull();
            assertThat(client.request("GET", "/api/doctors").status()).isEqualTo(200);
        }
    }

    @Test
    void carriesTheTraceInAndOut() {
        try (RawClient client = new RawClient(doors.port())) {
            String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
            Answer given = client.request("GET", "/api/doctors", "traceparent: " + trace, "X-Request-Id: abc-1");
            assertThat(given.header("traceparent")).isEqualTo(trace);
            assertThat(given.header("x-request-id")).isEqualTo("abc-1");
            assertThat(given.json().getJsonObject("headers").getJsonArray("traceparent")).containsExactly(trace);
            Answer made = client.request("GET", "/api/doctors", "traceparent: 00-0-0-0", "X-Request-Id: <script>");
            assertThat(made.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
            assertThat(made.header("x-request-id")).matches("[0-9a-f]{32}");
            Answer long64 = client.request("GET", "/api/doctors", "X-Request-Id: " + "a".repeat(64));
            assertThat(long64.header("x-request-id")).isEqualTo("a".repeat(64));
            Answer tooLong = client.request("GET", "/api/doctors", "X-Request-Id: " + "a".repeat(65));
            assertThat(tooLong.header("x-request-id")).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void passesBodiesOn() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer fixed = client
                    .send(RawClient.head("POST", "/api/appointments", SIGNED_IN, "Content-Length: 5") + "hello").read();
            assertThat(fixed.json().getInteger("bodyBytes")).isEqualTo(5);
            Answer chunked = client
                    .send(RawClient.head("POST", "/api/appointments", SIGNED_IN, "Transfer-Encoding: chunked")
                            + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
                    .read();
            assertThat(chunked.json().getInteger("bodyBytes")).isEqualTo(11);
            Answer none = client.request("POST", "/api/appointments/1/cancel", SIGNED_IN);
            assertThat(none.json().getInteger("bodyBytes")).isZero();
            String upload = "x".repeat(3 * 1024 * 1024);
            Answer large = client.send(RawClient.head("POST", "/api/assistant/images", SIGNED_IN,
                    "Content-Length: " + upload.length(), "Expect: 100-continue")).read();
            assertThat(large.status()).isEqualTo(100);
            assertThat(client.send(upload).read().json().getInteger("bodyBytes")).isEqualTo(upload.length());
        }
    }

    @Test
    void refusesBodiesAboveTheLimitHoweverTheyAreFramed() {
        for (String length : List.of("Content-Length: 70000", "Content-Length: 99000000")) {
            try (RawClient client = new RawClient(doors.port())) {
                Answer answer = client.request("POST", "/api/appointments", SIGNED_IN, length);
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
                assertThat(client.isClosedByServer()).isTrue();
            }
        }
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("POST", "/api/appointments", SIGNED_IN, "Transfer-Encoding: chunked"));
            String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
            client.send(chunk.repeat(5));
            assertThat(client.read().status()).isEqualTo(413);
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void bodyThatGrowsTooLargeUnderItsAnswerCutsTheAnswer() throws IOException {
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("POST", "/api/appointments?answer=halves", SIGNED_IN,
                    "Transfer-Encoding: chunked"));
            String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
            client.send(chunk);
            assertThat(client.readHead()).contains(" 200 ");
            assertThat(client.readBody(5)).isEqualTo("first");
            client.send(chunk.repeat(5));
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void passesLargeAnswersAndErrorsOn() {
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "/api/doctors?answer=large").body()).hasSize(5 * 1024 * 1024);
            Answer conflict = client.request("POST", "/api/appointments?answer=conflict", SIGNED_IN);
            assertThat(conflict.status()).isEqualTo(409);
            assertThat(conflict.code()).isEqualTo("SLOT_TAKEN");
            Answer head = client.send(RawClient.head("HEAD", "/api/doctors", "Connection: close")).readHeadOnly();
            assertThat(head.status()).isEqualTo(200);
        }
    }

    @Test
    void saysThatAServiceIsAwayWithoutSayingWhich() {
        try (RawClient client = new RawClient(doors.port())) {
            for (int i = 0; i < 8; i++) {
                Answer answer = client.request("GET", "/api/notifications", SIGNED_IN);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("UNAVAILABLE");
                assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
                assertThat(answer.body()).doesNotContain("127.0.0.1").doesNotContain("notification-service");
            }
            assertThat(client.request("GET", "/api/doctors").status()).as("the others go on").isEqualTo(200);
        }
    }

    @Test
    void repeatsOnlyWhatIsSafeToRepeat() {
        try (RawClient client = new RawClient(doors.port())) {
            int before = RawClient.standIn("seen");
            assertThat(client.request("POST", "/api/appointments?answer=hangup", SIGNED_IN).status()).isEqualTo(503);
            assertThat(RawClient.standIn("seen")).as("it may have been booked").isEqualTo(before + 1);
            assertThat(client.request("GET", "/api/appointments?answer=hangup", SIGNED_IN).status()).isEqualTo(503);
            assertThat(RawClient.standIn("seen")).as("once more, and no more").isEqualTo(before + 3);
            assertThat(client.request("GET", "/api/doctors").status()).isEqualTo(200);
        }
    }

    @Test
    void cutsAnAnswerThatTheServiceCut() {
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("GET", "/api/doctors?answer=cut"));
            assertThatThrownBy(client::read).hasMessageContaining("cut");
        }
    }

    @Test
    void endsTheServicesWorkWhenTheClientLeaves() {
        int before = RawClient.standIn("cancelled");
        for (int i = 0; i < 5; i++) {
            int seen = RawClient.standIn("seen");
            try (RawClient client = new RawClient(doors.port())) {
                client.send(RawClient.head("GET", "/api/doctors?answer=never"));
                await().until(() -> RawClient.standIn("seen") > seen);
            }
        }
        await().atMost(Duration.ofSeconds(3)).until(() -> RawClient.standIn("cancelled") >= before + 5);
    }
}
