package dev.smartdoctor.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.auth.keys.KeyFiles;
import dev.smartdoctor.platform.testing.RefusedStart;

class AuthServiceMainTest {
    private static final String GOOD = "q8Zk2-vT1mWf9sXbR4uL";

    @TempDir
    static Path keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        new KeyFiles(keys).generate();
    }

    @ParameterizedTest
    @CsvSource({ "PASSWORD_PEPPER, changeme-changeme-changeme", "PASSWORD_PEPPER, q8Zk2-vT1mWf9",
            "TOKEN_SECRET, your-token-secret-here", "TOKEN_SECRET, q8Zk2-vT1mWf9",
            "SERVICE_CLIENTS, gateway:q8Zk2-vT1mWf9", "SERVICE_CLIENTS, gateway:changeme-changeme-changeme",
            "SERVICE_CLIENTS, gateway:aaaaaaaaaaaaaaaaaaaaaaaa", "SERVICE_CLIENTS, gateway:password12345678901234567",
            "SERVICE_CLIENTS, gateway", "DATABASE_PASSWORD, changeme", "BOOTSTRAP_ADMIN_PASSWORD, changeme-changeme",
            "JWT_KEYS_DIR, /nowhere/at/all" })
    void endsAtOnceNamingTheSettingAndNotItsValue(String setting, String value) throws Exception {
        Map<String, String> settings = good();
        settings.put(setting, value);
        RefusedStart refused = RefusedStart.of(AuthServiceMain.class, settings);
        assertThat(refused.exitCode()).isEqualTo(78);
        assertThat(refused.words().strip()).contains("auth-service does not start: " + setting).doesNotContain("\n")
                .doesNotContain(value.substring(value.indexOf(':') + 1));
    }

    @Test
    void everythingThatHasNoDefaultIsNamed() throws Exception {
        RefusedStart refused = RefusedStart.of(AuthServiceMain.class, Map.of("QUARKUS_PROFILE", "prod"));
        assertThat(refused.exitCode()).isEqualTo(78);
        Map<String, String> needed = good();
        needed.keySet().remove("QUARKUS_PROFILE");
        assertThat(needed.keySet()).allSatisfy(name -> assertThat(refused.words()).contains(name + " is not set"));
    }

    private static Map<String, String> good() {
        Map<String, String> settings = new HashMap<>(Map.of("HTTP_PORT", "1", "MANAGEMENT_PORT", "1",
                "DATABASE_URL", "postgresql://127.0.0.1:1/x", "DATABASE_USER", "x", "DATABASE_PASSWORD", GOOD,
                "REDIS_URL", "redis://127.0.0.1:1", "PUBLIC_URL", "https://clinic.example", "PASSWORD_PEPPER", GOOD,
                "TOKEN_SECRET", GOOD, "SERVICE_CLIENTS", "gateway:" + GOOD));
        settings.put("JWT_KEYS_DIR", keys.toString());
        settings.put("QUARKUS_PROFILE", "prod");
        return settings;
    }
}
