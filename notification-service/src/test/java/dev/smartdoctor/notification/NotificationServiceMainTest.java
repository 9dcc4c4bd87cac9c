package dev.smartdoctor.notification;

import static dev.smartdoctor.platform.testing.RefusedStart.GOOD_SECRET;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.platform.testing.RefusedStart;

class NotificationServiceMainTest {

    @ParameterizedTest
    @CsvSource({ "SERVICE_CLIENT_SECRET, changeme-changeme-changeme", "SERVICE_CLIENT_SECRET, q8Zk2-vT1mWf9",
            "DATABASE_PASSWORD, changeme", "SMTP_PASSWORD, your-password", "SMTP_TLS, perhaps" })
    void endsAtOnceNamingTheSettingAndNotItsValue(String setting, String value) throws Exception {
        Map<String, String> settings = good();
        settings.put(setting, value);
        RefusedStart.of(NotificationServiceMain.class, settings).namesInOneLine("notification-service", setting, value);
    }

    @Test
    void everythingThatHasNoDefaultIsNamed() throws Exception {
        Map<String, String> needed = good();
        needed.keySet().remove("QUARKUS_PROFILE");
        RefusedStart.of(NotificationServiceMain.class, Map.of("QUARKUS_PROFILE", "prod"))
                .namesAsMissing(needed.keySet());
    }

    private static Map<String, String> good() {
        Map<String, String> settings = RefusedStart.commonSettings();
        settings.putAll(
                Map.of("AUTH_SERVICE_URL", "http://127.0.0.1:1", "APPOINTMENT_SERVICE_URL", "http://127.0.0.1:1",
                        "SERVICE_CLIENT_SECRET", GOOD_SECRET, "PUBLIC_URL", "https://clinic.example", "SMTP_HOST",
                        "mail.example",
                        "SMTP_PORT", "25", "MAIL_FROM", "no-reply@clinic.example"));
        return settings;
    }
}
