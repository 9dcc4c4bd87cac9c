package dev.smartdoctor.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.route.Route;
import dev.smartdoctor.gateway.route.Routes;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.gateway.testing.RawClient.Answer;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.testing.SharedData;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the door refuses, seen from outside, byte for byte. */
@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class DoorRulesTest {
    private static final List<String> EVERYWHERE = List.of("content-security-policy", "x-content-type-options",
            "referrer-policy", "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
            "x-request-id", "traceparent");

    @Inject
    Doors doors;

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    private static String patient() {
        return bearer(TestTokens.user(UUID.randomUUID(), Roles.PATIENT));
    }

    private static List<Route> protectedRoutes() {
        return Routes.all().stream().filter(route -> route.access().needsToken()).toList();
    }

    private static String path(Route route) {
        return route.template().replaceAll("\\{[a-z]+}", "6f1c0a52-57a1-4d0c-9d10-6a2f3b1e7c11");
    }

    @Test
    void keepsEveryProtectedRouteClosedWithOneBodyForEveryCause() {
        Set<String> bodies = new HashSet<>();
        for (Route route : protectedRoutes()) {
            try (RawClient client = new RawClient(doors.port())) {
                for (String[] headers : new String[][]{ {}, { "Authorization: Basic YTpi" }, { bearer("a.b.c") },
                        { bearer("") },
                        { bearer(TestTokens.service("appointment-service")) },
                        { bearer(TestTokens.service("gateway")) } }) {
                    Answer answer = client.request(route.method(), path(route), headers);
                    assertThat(answer.status()).as(route.method() + " " + route.template()).isEqualTo(401);
                    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
                    var body = answer.json();
                    body.remove("traceId");
                    body.remove("instance");
                    bodies.add(body.encode());
                }
            }
        }
        assertThat(bodies).hasSize(1);
    }

    @Test
    void asksForTheRoutesRoles() {
        int checked = 0;
        for (Route route : protectedRoutes()) {
            if (!route.access().roles().isEmpty()) {
                try (RawClient client = new RawClient(doors.port())) {
                    Answer answer = client.request(route.method(), path(route), patient());
                    assertThat(answer.status()).as(route.method() + " " + route.template()).isEqualTo(403);
                    assertThat(answer.code()).isEqualTo("FORBIDDEN");
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(10);
        try (RawClient client = new RawClient(doors.port())) {
            String doctor = bearer(TestTokens.user(UUID.randomUUID(), Roles.DOCTOR));
            assertThat(client.request("GET", "/api/schedule/day", doctor).status()).isEqualTo(200);
            assertThat(client.request("GET", "/api/admin/statistics", doctor).status()).isEqualTo(403);
        }
    }

    @Test
    void ignoresABadTokenOnPublicRoutesAndDoesNotPassItOn() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer bad = client.request("GET", "/api/doctors", bearer("a.b.c"));
            assertThat(bad.status()).isEqualTo(200);
            assertThat(bad.json().getJsonObject("headers").containsKey("authorization")).isFalse();
            Answer good = client.request("GET", "/api/doctors", patient());
            assertThat(good.json().getJsonObject("headers").containsKey("authorization")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/internal/token", "/internal", "/Internal/token", "/q/health", "/q", "/api", "/api/",
            "/api/unknown",
            "/API/doctors", "/api/doctors/", "/.well-known/other", "/status/x", "/openapi.json/x", "/docs/unknown.js",
            "/docs/a/b" })
    void findsNothingThatIsNotInTheTable(String path) {
        int before = RawClient.standIn("seen");
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("GET", path, "Accept: text/html", patient());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
        }
        assertThat(RawClient.standIn("seen")).isEqualTo(before);
    }

    @Test
    void namesTheMethodsOfAPath() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("DELETE", "/api/doctors");
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
            assertThat(client.request("POST", "/anywhere").status()).isEqualTo(405);
        }
    }

    @Test
    void refusesEveryConfusingPathOnEveryProtectedRoute() throws IOException {
        Path list = SharedData.folder("paths").resolve("directory_traversal.txt");
        assumeTrue(Files.exists(list), "no path vectors here");
        List<String> vectors = Files.readAllLines(list, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.isEmpty()).toList();
        String token = bearer(TestTokens.user(UUID.randomUUID(), Roles.ADMIN, Roles.DOCTOR));
        for (Route route : protectedRoutes()) {
            for (String vector : vectors) {
                for (String target : List.of(path(route) + "/" + vector, path(route) + vector)) {
                    refusesOrForwardsUnchanged(route, target, token);
                }
            }
        }
    }

    /** Some vectors are harmless where an id stands ({@code .htaccess}): then the service is sent exactly that string. */
    private void refusesOrForwardsUnchanged(Route route, String target, String token) {
        try (RawClient client = new RawClient(doors.port(), "127.6.6.6")) {
            Answer answer = client.request(route.method(), target, token, "Connection: close");
            if (answer.status() == 200) {
                assertThat(answer.json().getString("uri")).isEqualTo(target).matches("[A-Za-z0-9/._-]+")
                        .doesNotContain("..");
            } else {
                assertThat(answer.status()).as(route.method() + " " + target).isIn(400, 404, 405, 429, 503);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://evil.example/api/doctors", "https://evil.example/api/doctors",
            "http://clinic.test.evil/api/doctors", "http://clinic.evil/api/doctors",
            "http://clinic.test@evil.example/api/doctors", "*", "/api/%2e%2e/doctors", "/api/doctors;x",
            "//api/doctors", "/api/\u00e9" })
    void refusesTargetsOfOthersAndConfusingOnes(String target) {
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("GET", target);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
        }
    }

    @Test
    void understandsTheAbsoluteFormOfItsOwnHost() {
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "http://clinic.test/api/doctors?a=b").json().getString("uri"))
                    .isEqualTo("/api/doctors?a=b");
            assertThat(client.send("GET http:///api/doctors HTTP/1.1\r\nHost:\r\n\r\n").read().status())
                    .as("no host at all").isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 5\r\nContent-Length: 5", "Transfer-Encoding: gzip, chunked", "X: one\r\n two", "X : y",
            "Host: other",
            "X: a\nY: b", "Content-Length: +5" })
    void hangsUpOnFramingInDoubt(String headers) {
        int before = RawClient.standIn("seen");
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("POST", "/api/auth/login", headers)
                    + "0\r\n\r\nGET /api/doctors HTTP/1.1\r\nHost: a\r\n\r\n");
            Answer answer = client.read();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(client.read()).as("no second answer").isNull();
        }
        assertThat(RawClient.standIn("seen")).isEqualTo(before);
    }

    /** As health checkers and load generators speak it; a name of the host is asked of them too. */
    @Test
    void speaksTheOldProtocolWithWhoNamesTheHost() throws IOException {
        String head = "GET /api/doctors HTTP/1.0\r\nHost: clinic.test\r\n";
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.send(head + "\r\n").read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getJsonObject("headers").getJsonArray("x-forwarded-host"))
                    .containsExactly("clinic.test");
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (RawClient client = new RawClient(doors.port())) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.send(head + "Connection: keep-alive\r\n\r\n").read().status()).isEqualTo(200);
            }
        }
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.send("GET /status HTTP/1.0\r\n\r\n").read().status()).isEqualTo(400);
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void endsABodyOfUnknownLengthWithTheConnectionInTheOldProtocol() throws IOException {
        try (RawClient client = new RawClient(doors.port())) {
            client.send("GET /api/doctors?answer=text&bytes=5000&how=chunked HTTP/1.0\r\nHost: clinic.test\r\n"
                    + "Connection: keep-alive\r\nAccept-Encoding: gzip\r\n\r\n");
            assertThat(client.readHead()).doesNotContainIgnoringCase("transfer-encoding")
                    .doesNotContainIgnoringCase("content-encoding");
            assertThat(client.readToTheEnd()).hasSize(5000);
        }
    }

    @Test
    void hangsUpOnAChunkExtension() {
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("POST", "/api/auth/login", "Transfer-Encoding: chunked")
                    + "5;a=b\r\nhello\r\n0\r\n\r\nGET /api/doctors HTTP/1.1\r\nHost: a\r\n\r\n");
            Answer answer = client.read();
            assertThat(answer == null || answer.status() == 400).isTrue();
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() {
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("GET", "/api/doctors?n=1") + RawClient.head("GET", "/status")
                    + RawClient.head("GET", "/api/doctors?n=2") + "GET / HTTP/1.1\nHost: a\n\n");
            assertThat(client.read().json().getString("uri")).endsWith("n=1");
            assertThat(client.read().json().getString("status")).isNotNull();
            assertThat(client.read().json().getString("uri")).endsWith("n=2");
            assertThat(client.read().status()).isEqualTo(400);
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void boundsHeadersAndAddress() {
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "/" + "a".repeat(9000)).status()).isEqualTo(414);
        }
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "/", "X: " + "a".repeat(30_000)).status()).isEqualTo(431);
        }
    }

    @Test
    void waitsOnlySoLongForAHead() {
        try (RawClient drip = new RawClient(doors.port()); RawClient silent = new RawClient(doors.port())) {
            drip.send("GET /api/doctors HTTP/1.1\r\nHost: cli");
            await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
            drip.send("nic.test\r\nX-Drip: ");
            assertThat(drip.isClosedByServer()).as("bytes in between do not prolong it").isTrue();
            assertThat(silent.isClosedByServer()).isTrue();
        }
    }

    @Test
    void hangsUpOnWhoAsksNothingMore() {
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "/status").status()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(20)).until(client::isClosedByServer);
        }
    }

    @Test
    void refusesAtOnceABodyThatNoRouteTakes() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("POST", "/api/unknown", "Content-Length: 10485761");
            assertThat(answer.status()).as("before anything else is looked at").isEqualTo(413);
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void letsOneAddressHoldOnlySoManyConnections() {
        String address = RawClient.freshAddress();
        List<RawClient> held = new ArrayList<>();
        try {
            for (int i = 0; i < 256; i++) {
                held.add(new RawClient(doors.port(), address));
            }
            assertThat(held.get(255).request("GET", "/status").status()).isEqualTo(200);
            try (RawClient oneTooMany = new RawClient(doors.port(), address);
                    RawClient other = new RawClient(doors.port())) {
                assertThat(oneTooMany.isClosedByServer()).isTrue();
                assertThat(other.request("GET", "/status").status()).isEqualTo(200);
            }
            held.remove(0).close();
            await().until(() -> {
                try (RawClient again = new RawClient(doors.port(), address)) {
                    Answer answer = again.request("GET", "/status");
                    return answer != null && answer.status() == 200;
                }
            });
        } finally {
            held.forEach(RawClient::close);
        }
    }

    @Test
    void putsTheSecurityHeadersOnEveryAnswer() {
        for (String target : List.of("/", "/api/doctors", "/api/appointments", "/api/unknown", "/status", "/api/%00",
                "/missing.js")) {
            try (RawClient client = new RawClient(doors.port())) {
                Answer answer = client.request("GET", target);
                EVERYWHERE.forEach(name -> assertThat(answer.header(name)).as(target + " " + name).isNotNull());
                assertThat(answer.header("content-security-policy")).doesNotContain("unsafe")
                        .contains("frame-ancestors 'none'");
                assertThat(answer.header("server")).isNull();
                assertThat(answer.header("strict-transport-security")).as("only on https").isNull();
            }
        }
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.send("nonsense\r\n\r\n").read();
            EVERYWHERE.forEach(name -> assertThat(answer.header(name)).as(name).isNotNull());
        }
    }

    @Test
    void letsTheListedOriginsReadAnswers() {
        String origin = "Origin: " + GatewayTestResource.ORIGIN;
        try (RawClient client = new RawClient(doors.port())) {
            Answer preflight = client.request("OPTIONS", "/api/appointments", origin,
                    "Access-Control-Request-Method: POST");
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("access-control-allow-origin")).isEqualTo(GatewayTestResource.ORIGIN);
            Answer refused = client.request("GET", "/api/appointments", origin);
            assertThat(refused.header("access-control-allow-origin")).as("errors too")
                    .isEqualTo(GatewayTestResource.ORIGIN);
            assertThat(refused.header("vary")).as("no cache gives it to another origin").isEqualTo("Origin");
            for (String other : List.of("https://clinic.example.evil", "http://clinic.example", "null",
                    "https://CLINIC.example")) {
                assertThat(
                        client.request("GET", "/api/doctors", "Origin: " + other).header("access-control-allow-origin"))
                        .isNull();
                assertThat(client
                        .request("OPTIONS", "/api/doctors", "Origin: " + other, "Access-Control-Request-Method: GET")
                        .status()).isEqualTo(403);
            }
        }
    }
}
