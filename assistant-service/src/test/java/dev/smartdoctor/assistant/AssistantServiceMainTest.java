package dev.smartdoctor.assistant;

import static dev.smartdoctor.platform.testing.RefusedStart.GOOD_SECRET;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.platform.testing.RefusedStart;

class AssistantServiceMainTest {
    private static final String KEY = Base64.getEncoder()
            .encodeToString("32 bytes that mean nothing here!".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({ "SERVICE_CLIENT_SECRET, changeme-changeme-changeme", "CLINICAL_TEXT_KEY, changeme-changeme-changeme",
            "CLINICAL_TEXT_KEY, q8Zk2-vT1mWf9", "TRIAGE_PROOF_SECRET, example-secret-of-the-documentation",
            "TRIAGE_PROOF_SECRET, q8Zk2-vT1mWf9", "DATABASE_PASSWORD, changeme", "LLM_API_KEY, your-api-key" })
    void endsAtOnceNamingTheSettingAndNotItsValue(String setting, String value) throws Exception {
        Map<String, String> settings = good();
        settings.put(setting, value);
        RefusedStart.of(AssistantServiceMain.class, settings).namesInOneLine("assistant-service", setting, value);
    }

    @Test
    void everythingThatHasNoDefaultIsNamed() throws Exception {
        Map<String, String> needed = good();
        needed.keySet().remove("QUARKUS_PROFILE");
        RefusedStart.of(AssistantServiceMain.class, Map.of("QUARKUS_PROFILE", "prod")).namesAsMissing(needed.keySet());
    }

    private static Map<String, String> good() {
        Map<String, String> settings = RefusedStart.commonSettings();
        settings.putAll(Map.of("AUTH_SERVICE_URL", "http://127.0.0.1:1", "APPOINTMENT_SERVICE_URL",
                "http://127.0.0.1:1",
                "SERVICE_CLIENT_SECRET", GOOD_SECRET, "CLINICAL_TEXT_KEY", KEY, "TRIAGE_PROOF_SECRET", GOOD_SECRET));
        return settings;
    }
}
