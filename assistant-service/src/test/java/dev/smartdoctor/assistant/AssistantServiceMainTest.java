package dev.smartdoctor.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.platform.testing.RefusedStart;

class AssistantServiceMainTest {
    private static final String GOOD = "q8Zk2-vT1mWf9sXbR4uL";
    private static final String KEY = Base64.getEncoder()
            .encodeToString("32 bytes that mean nothing here!".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({ "SERVICE_CLIENT_SECRET, changeme-changeme-changeme", "CLINICAL_TEXT_KEY, changeme-changeme-changeme",
            "CLINICAL_TEXT_KEY, q8Zk2-vT1mWf9", "TRIAGE_PROOF_SECRET, example-secret-of-the-documentation",
            "TRIAGE_PROOF_SECRET, q8Zk2-vT1mWf9", "DATABASE_PASSWORD, changeme", "LLM_API_KEY, your-api-key" })
    void endsAtOnceNamingTheSettingAndNotItsValue(String setting, String value) throws Exception {
        Map<String, String> settings = good();
        settings.put(setting, value);
        RefusedStart refused = RefusedStart.of(AssistantServiceMain.class, settings);
        assertThat(refused.exitCode()).isEqualTo(78);
        assertThat(refused.words().strip()).contains("assistant-service does not start: " + setting)
                .doesNotContain("\n")
                .doesNotContain(value);
    }

    @Test
    void everythingThatHasNoDefaultIsNamed() throws Exception {
        RefusedStart refused = RefusedStart.of(AssistantServiceMain.class, Map.of("QUARKUS_PROFILE", "prod"));
        assertThat(refused.exitCode()).isEqualTo(78);
        Map<String, String> needed = good();
        needed.keySet().remove("QUARKUS_PROFILE");
        assertThat(needed.keySet()).allSatisfy(name -> assertThat(refused.words()).contains(name + " is not set"));
    }

    private static Map<String, String> good() {
        Map<String, String> settings = new HashMap<>(Map.of("HTTP_PORT", "1", "MANAGEMENT_PORT", "1", "DATABASE_URL",
                "postgresql://127.0.0.1:1/x", "DATABASE_USER", "x", "DATABASE_PASSWORD", GOOD, "REDIS_URL",
                "redis://127.0.0.1:1", "AUTH_SERVICE_URL", "http://127.0.0.1:1", "APPOINTMENT_SERVICE_URL",
                "http://127.0.0.1:1", "SERVICE_CLIENT_SECRET", GOOD));
        settings.putAll(Map.of("CLINICAL_TEXT_KEY", KEY, "TRIAGE_PROOF_SECRET", GOOD));
        settings.put("QUARKUS_PROFILE", "prod");
        return settings;
    }
}
