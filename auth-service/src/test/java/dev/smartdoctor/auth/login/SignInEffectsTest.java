package dev.smartdoctor.auth.login;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.freshEmail;
import static dev.smartdoctor.auth.testing.Api.login;
import static dev.smartdoctor.auth.testing.Api.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.CredentialConfig;
import dev.smartdoctor.auth.credential.HashingPool;
import dev.smartdoctor.auth.credential.PasswordHasher;
import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.auth.testing.Parallel;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class SignInEffectsTest extends AuthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** More than the pool has connections. */
    private static final int CALLERS = 20;

    @Inject
    Api api;

    @Inject
    HashingPool hashing;

    @Inject
    CredentialConfig config;

    @Inject
    MeterRegistry meters;

    @Test
    void passwordHashedAtAnotherCostIsHashedAnew() throws Exception {
        String email = api.patient();
        Credential old = new PasswordHasher(5, "1", Map.of("1", "a-pepper-of-the-tests-alone")).hash(PASSWORD);
        api.execute("UPDATE credential SET cost = ?, hash = ? WHERE account_id = ?", old.cost(), old.hash(),
                api.accountId(email));
        login(email, "wrong-teacups-here").then().statusCode(401);
        assertThat(cost(email)).isEqualTo(5);
        login(email, PASSWORD).then().statusCode(200);
        assertThat(cost(email)).isEqualTo(4);
        login(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void refusalOfTheUnverifiedIsAudited() {
        String email = freshEmail();
        api.register(email);
        login(email, PASSWORD).then().statusCode(403);
        assertThat(api.count("SELECT count(*) FROM audit_event WHERE subject_id = ? AND action = "
                + "'sign_in_refused_unverified'", api.accountId(email))).isEqualTo(1);
    }

    @Test
    void signInsThatWaitForTheirHashHoldNoConnection() throws Exception {
        othersAreServedWhile(i -> Parallel.post("/api/auth/login",
                new JsonObject().put("email", freshEmail()).put("password", PASSWORD).encode()));
    }

    @Test
    void registrationsThatWaitForTheirHashHoldNoConnection() throws Exception {
        othersAreServedWhile(i -> Parallel.post("/api/auth/register",
                new JsonObject(registration(freshEmail())).encode()));
    }

    private void othersAreServedWhile(IntFunction<HttpRequest> call) throws Exception {
        String token = api.accessToken(api.patient());
        CountDownLatch gate = new CountDownLatch(1);
        try {
            occupyEveryThread(gate);
            HttpClient client = HttpClient.newHttpClient();
            CompletableFuture<?>[] calls = IntStream.range(0, CALLERS)
                    .mapToObj(i -> client.sendAsync(call.apply(i), HttpResponse.BodyHandlers.discarding()))
                    .toArray(CompletableFuture[]::new);
            await().atMost(PATIENCE).until(() -> waiting() == CALLERS);
            as(token).get("/api/users/me").then().statusCode(200);
            gate.countDown();
            assertThat(CompletableFuture.allOf(calls)).succeedsWithin(PATIENCE);
        } finally {
            gate.countDown();
        }
    }

    private void occupyEveryThread(CountDownLatch gate) throws InterruptedException {
        int threads = config.threads().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        CountDownLatch started = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            hashing.submit(() -> {
                started.countDown();
                gate.await();
                return true;
            }).subscribe().with(ignored -> {
            });
        }
        assertThat(started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private int waiting() {
        return (int) meters.get("auth.hashing.waiting").gauge().value();
    }

    private long cost(String email) {
        return api.count("SELECT cost FROM credential WHERE account_id = ?", api.accountId(email));
    }
}
