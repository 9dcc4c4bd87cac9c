package dev.smartdoctor.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
@TestProfile(KeysNotLoadedTest.AuthServiceAway.class)
class KeysNotLoadedTest {
    private static final String SOMEONE = "Authorization: Bearer "
            + TestTokens.user(UUID.randomUUID(), Roles.PATIENT);

    @Inject
    Doors doors;

    @Test
    void cannotJudgeTokensAndSaysSo() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("GET", "/api/appointments", SOMEONE);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("UNAVAILABLE");
            assertThat(answer.header("retry-after")).isEqualTo("1");
        }
    }

    @Test
    void stillServesWhatNeedsNoToken() {
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "/api/appointments").status()).isEqualTo(401);
            Answer open = client.request("GET", "/api/doctors", SOMEONE);
            assertThat(open.status()).isEqualTo(200);
            assertThat(open.json().getJsonObject("headers").containsKey("authorization"))
                    .as("not judged, not passed on").isFalse();
        }
    }

    /** Nobody listens there. */
    public static class AuthServiceAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.rest-client.auth-service.url", "http://127.0.0.1:1");
        }
    }
}
