package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.smartdoctor.platform.testing.SharedData;

/** Google's Wycheproof vectors for JWS and JWK: whatever key set auth-service published, none of the invalid ones may pass. */
class WycheproofTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void acceptsNoInvalidSignature() throws IOException {
        assertThat(refuseAll("json_web_signature_test.json")).isGreaterThan(300);
    }

    @Test
    void acceptsNoInvalidKey() throws IOException {
        assertThat(refuseAll("json_web_key_test.json")).isGreaterThan(20);
    }

    @Test
    void wouldAcceptTheValidOnes() throws IOException {
        int valid = 0;
        for (JsonNode group : vectors("json_web_signature_test.json")) {
            Map<String, ECPublicKey> keys = keys(group);
            for (JsonNode test : group.get("tests")) {
                if (!keys.isEmpty() && test.get("result").asText().equals("valid")) {
                    assertThat(isSigned(test.get("jws").asText(), keys.values().iterator().next()))
                            .as("test %s", test.get("tcId")).isTrue();
                    valid++;
                }
            }
        }
        assertThat(valid).isPositive();
    }

    private static int refuseAll(String file) throws IOException {
        int seen = 0;
        for (JsonNode group : vectors(file)) {
            Map<String, ECPublicKey> keys = keys(group);
            TokenPolicy policy = new TokenPolicy(TokenFixture.keys(keys), TokenFixture.config(), Clock.systemUTC());
            for (JsonNode test : group.get("tests")) {
                String jws = test.get("jws").isTextual() ? test.get("jws").asText() : test.get("jws").toString();
                assertThatThrownBy(() -> policy.verify(jws)).as("test %s", test.get("tcId"))
                        .isInstanceOf(TokenRejected.class);
                if (test.get("result").asText().equals("invalid")) {
                    keys.values().forEach(key -> assertThat(isSigned(jws, key))
                            .as("test %s: %s", test.get("tcId"), test.get("comment")).isFalse());
                }
                seen++;
            }
        }
        return seen;
    }

    /** The group's keys as auth-service would publish them; what {@link KeySet} does not take cannot verify anything. */
    private static Map<String, ECPublicKey> keys(JsonNode group) throws IOException {
        JsonNode published = group.has("public") ? group.get("public") : group.get("private");
        ObjectNode set = JSON.createObjectNode();
        ArrayNode list = set.putArray("keys");
        if (published.has("keys")) {
            published.get("keys").forEach(key -> list.add(withoutPrivatePart(key)));
        } else {
            list.add(withoutPrivatePart(published));
        }
        try {
            return new HashMap<>(KeySet.parse(set.toString()));
        } catch (JoseException e) {
            return Map.of();
        }
    }

    private static JsonNode withoutPrivatePart(JsonNode key) {
        ObjectNode copy = key.deepCopy();
        if (!"oct".equals(copy.path("kty").asText())) {
            copy.remove("d");
        }
        return copy;
    }

    private static JsonNode vectors(String name) throws IOException {
        Path file = SharedData.folder("jose").resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "shared test data is not here");
        return JSON.readTree(file.toFile()).get("testGroups");
    }

    /** The policy's own signature check, without its rules on type and claims, which no vector meets. */
    private static boolean isSigned(String jws, ECPublicKey key) {
        try {
            TokenPolicy.payloadSignedBy(TokenPolicy.parsed(jws), key);
            return true;
        } catch (JoseException | TokenRejected e) {
            return false;
        }
    }
}
