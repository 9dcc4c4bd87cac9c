package dev.smartdoctor.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What auth-service hears of people's calls. */
@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class SessionActivityTest {
    private static final String PATH = "/internal/sessions/activity";

    @Inject
    Doors doors;
    @Inject
    ActivityReports reports;

    private final UUID session = UUID.randomUUID();

    @AfterEach
    void authServiceIsBack() {
        AuthStandIn.reset();
    }

    @Test
    void aCallIsReportedWithTheInstantItCameIn() {
        Instant before = Instant.now();
        call("GET", "/api/appointments", session);

        awaitReport(session);
        assertThat(seen(session).get(0)).isBetween(before.minusMillis(5), Instant.now());
    }

    @Test
    void callsOfManySessionsAreOneReport() {
        List<UUID> sessions = new ArrayList<>();
        AuthStandIn.stub(PATH, 503, "{}");
        for (int i = 0; i < 40; i++) {
            sessions.add(UUID.randomUUID());
            call("GET", "/api/doctors", sessions.get(i));
            call("GET", "/api/appointments", sessions.get(i));
        }
        await().until(() -> sessions.stream().allMatch(reports::knows));
        AuthStandIn.reset();

        sessions.forEach(SessionActivityTest::awaitReport);
        assertThat(sessions).allSatisfy(each -> assertThat(seen(each)).hasSize(1));
        assertThat(AuthStandIn.activity().stream().filter(body -> body.contains(sessions.get(0).toString())))
                .singleElement().satisfies(body -> assertThat(sessions)
                        .allSatisfy(each -> assertThat(body).contains(each.toString())));
    }

    @Test
    void refreshesSignOutsAndRefusedCallsAreNotReported() {
        call("POST", "/api/auth/refresh", session);
        call("POST", "/api/auth/logout", session);
        call("GET", "/api/admin/users", session);
        try (RawClient client = new RawClient(doors.port())) {
            client.request("GET", "/api/appointments", "Authorization: Bearer " + TestTokens.builder()
                    .sessionId(session.toString()).life(Duration.ofMinutes(-1)).build());
        }

        // A later call's report shows that theirs would have been here.
        UUID later = UUID.randomUUID();
        call("GET", "/api/appointments", later);
        awaitReport(later);
        assertThat(seen(session)).isEmpty();
    }

    @Test
    void anOpenStreamCountsWhenItIsOpenedAndNotAgain() throws IOException {
        try (RawClient client = new RawClient(doors.port())) {
            AuthStandIn.stub(PATH, 503, "{}");
            client.send(RawClient.head("POST", "/api/assistant/conversations/1/messages?answer=events", bearer(session),
                    "Accept: text/event-stream", "Content-Length: 2") + "{}");
            client.readHead();
            client.readChunk();
            Instant opened = Instant.now();
            RawClient.standIn("release");
            assertThat(client.readChunk()).contains("done");
            AuthStandIn.reset();

            awaitReport(session);
            assertThat(seen(session)).singleElement().satisfies(at -> assertThat(at).isBefore(opened));
        }
    }

    @Test
    void whileAuthServiceIsAwayCallsAreAnsweredAndReportedAfterwards() {
        AuthStandIn.stub(PATH, 503, "{}");
        call("GET", "/api/appointments", session);
        UUID later = UUID.randomUUID();
        call("GET", "/api/appointments", later);
        AuthStandIn.reset();

        awaitReport(session);
        awaitReport(later);
    }

    @Test
    void theLastCallsAreReportedAtTheEnd() throws InterruptedException {
        call("GET", "/api/appointments", session);
        reports.stop(new ShutdownEvent());

        assertThat(seen(session)).hasSize(1);
    }

    private void call(String method, String path, UUID sid) {
        try (RawClient client = new RawClient(doors.port())) {
            client.request(method, path, bearer(sid));
        }
    }

    private static String bearer(UUID sid) {
        return "Authorization: Bearer " + TestTokens.builder().sessionId(sid.toString()).build();
    }

    private static void awaitReport(UUID sid) {
        await().atMost(Duration.ofSeconds(10)).until(() -> !seen(sid).isEmpty());
    }

    /** What the reports say of a session, in their order. */
    private static List<Instant> seen(UUID sid) {
        return AuthStandIn.activity().stream().map(JsonObject::new).map(report -> report.getJsonArray("items"))
                .flatMap(JsonArray::stream).map(JsonObject.class::cast)
                .filter(item -> item.getString("sid").equals(sid.toString()))
                .map(item -> Instant.parse(item.getString("seenAt"))).toList();
    }
}
