package dev.smartdoctor.auth;

import static dev.smartdoctor.platform.testing.RefusedStart.GOOD_SECRET;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.auth.keys.KeyFiles;
import dev.smartdoctor.platform.testing.RefusedStart;

class AuthServiceMainTest {

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
        RefusedStart.of(AuthServiceMain.class, settings).namesInOneLine("auth-service", setting,
                value.substring(value.indexOf(':') + 1));
    }

    @Test
    void everythingThatHasNoDefaultIsNamed() throws Exception {
        Map<String, String> needed = good();
        needed.keySet().remove("QUARKUS_PROFILE");
        RefusedStart.of(AuthServiceMain.class, Map.of("QUARKUS_PROFILE", "prod")).namesAsMissing(needed.keySet());
    }

    private static Map<String, String> good() {
        Map<String, String> settings = RefusedStart.commonSettings();
        settings.putAll(Map.of("PUBLIC_URL", "https://clinic.example", "PASSWORD_PEPPER", GOOD_SECRET, "TOKEN_SECRET",
                GOOD_SECRET, "SERVICE_CLIENTS", "gateway:" + GOOD_SECRET, "JWT_KEYS_DIR", keys.toString()));
        return settings;
    }
}
