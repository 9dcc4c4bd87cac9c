package dev.smartdoctor.auth.session;

import static dev.smartdoctor.auth.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionHousekeepingTest extends AuthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Api api;

    @Inject
    SessionHousekeeping housekeeping;

    @Test
    void sealedSuccessorIsErasedAfterItsGraceAndNoSooner() {
        MutableClock.set(Instant.now());
        String parent = rotated();
        MutableClock.advance(Duration.ofSeconds(10));
        housekeeping.eraseSealedSuccessors().await().atMost(PATIENCE);
        assertThat(sealed(parent)).isEqualTo(1);
        MutableClock.advance(Duration.ofMillis(1));
        housekeeping.eraseSealedSuccessors().await().atMost(PATIENCE);
        assertThat(sealed(parent)).isZero();
    }

    /** As bytes the column shows in hexadecimal, in which a token that was stored as it is would not be recognised. */
    @Test
    void databaseHoldsNoTokenInWhateverForm() {
        String parent = api.signIn(api.patient()).getString("refreshToken");
        String successor = refreshed(parent);
        String rows = api.text("SELECT string_agg(t::text, ' ') FROM refresh_token t");
        for (String token : new String[]{ parent, successor }) {
            assertThat(rows).doesNotContain(token).doesNotContain(HexFormat.of().formatHex(token.getBytes()));
        }
        assertThat(sealed(parent)).isEqualTo(1);
    }

    private String rotated() {
        String parent = api.signIn(api.patient()).getString("refreshToken");
        refreshed(parent);
        return parent;
    }

    private static String refreshed(String token) {
        return json().body(Map.of("refreshToken", token, "tokenDelivery", "body")).post("/api/auth/refresh").then()
                .statusCode(200).extract().path("refreshToken");
    }

    private long sealed(String token) {
        return api.count("SELECT count(*) FROM refresh_token WHERE token_hash = ? AND sealed_successor IS NOT NULL",
                new OpaqueToken(token).hash());
    }
}
