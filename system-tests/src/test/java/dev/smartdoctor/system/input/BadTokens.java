package dev.smartdoctor.system.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.platform.testing.TestTokens;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.People;

/** What people who may not come in bring along, by the reason why it is not good. */
final class BadTokens {
    private static final Pattern PRIVATE_KEY = Pattern
            .compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private BadTokens() {
    }

    static Map<String, String> all(LocalStack suite) {
        String[] parts = good(suite).split("\\.");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("none at all", null);
        tokens.put("nonsense", "Bearer " + Refusals.MARK);
        tokens.put("another scheme", "Basic YWRtaW46YWRtaW4=");
        tokens.put("forged signature", "Bearer " + parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));
        tokens.put("no algorithm", "Bearer " + base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        tokens.put("foreign key", "Bearer " + TestTokens.user(UUID.randomUUID(), "admin"));
        tokens.put("expired", signedByTheSuite(suite, Instant.now().minus(Duration.ofMinutes(20))));
        return tokens;
    }

    /** As the suite itself would have given it to an administrator: from when it was issued, it is good for five minutes. */
    static String signedByTheSuite(LocalStack suite, Instant issuedAt) {
        return "Bearer " + TestTokens.builder().roles("admin").keyId(keyId(good(suite).split("\\.")[0]))
                .signedBy(key(suite)).issuedAt(issuedAt).life(Duration.ofMinutes(5)).build();
    }

    private static String good(LocalStack suite) {
        return Api.at(suite.address()).post("/api/auth/login",
                Map.of("email", "admin@example.org", "password", People.DEMO_PASSWORD)).expect(200).at("accessToken");
    }

    private static String keyId(String header) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(header)).get("kid").asText();
        } catch (IOException e) {
            throw new IllegalStateException("No key id in the token", e);
        }
    }

    private static PrivateKey key(LocalStack suite) {
        try {
            String file = Files.readString(suite.options().folders().keys().resolve("current.pem"));
            Matcher key = PRIVATE_KEY.matcher(file);
            if (!key.find()) {
                throw new IllegalStateException("No private key in the file of the current one");
            }
            return KeyFactory.getInstance("EC").generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1))));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The current key cannot be read", e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
