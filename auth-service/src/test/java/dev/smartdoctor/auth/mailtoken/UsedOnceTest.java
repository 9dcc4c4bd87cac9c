package dev.smartdoctor.auth.mailtoken;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.freshEmail;
import static dev.smartdoctor.auth.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.auth.testing.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** Of any number of simultaneous uses of one link, or of one present password, one counts. */
@QuarkusTest
class UsedOnceTest extends AuthTest {
    private static final int ROUNDS = 3;

    @Inject
    Api api;

    @Test
    void verificationLink() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String email = freshEmail();
            api.register(email);
            String body = new JsonObject().put("token", api.verificationToken(email)).encode();
            assertThat(statuses(Parallel.times(8, Parallel.post("/api/auth/verify-email", body))))
                    .containsOnlyOnce(204).containsOnly(204, 422);
            assertThat(api.count("SELECT count(*) FROM outbox WHERE type = 'account.verified' AND aggregate_id = ?",
                    api.accountId(email))).isEqualTo(1);
        }
    }

    @Test
    void resetLink() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String email = api.patient();
            json().body(Map.of("email", email)).post("/api/auth/password/forgot").then().statusCode(202);
            String token = api.resetToken(email);
            assertThat(statuses(IntStream.range(0, 8).mapToObj(i -> Parallel.post("/api/auth/password/reset",
                    new JsonObject().put("token", token).put("newPassword", "nine-green-saucers-" + i).encode()))))
                    .containsOnlyOnce(204).containsOnly(204, 422);
        }
    }

    @Test
    void presentPassword() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String bearer = "Bearer " + api.accessToken(api.patient());
            assertThat(statuses(IntStream.range(0, 4).mapToObj(i -> Parallel.post("/api/auth/password/change",
                    new JsonObject().put("currentPassword", PASSWORD).put("newPassword", "nine-green-saucers-" + i)
                            .encode(),
                    "Authorization", bearer)))).containsOnlyOnce(204).containsOnly(204, 401);
        }
    }

    private static List<Integer> statuses(Stream<HttpRequest> requests) throws Exception {
        try (Parallel parallel = new Parallel()) {
            return parallel.send(requests).stream().map(HttpResponse::statusCode).toList();
        }
    }
}
