package dev.smartdoctor.auth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.smartdoctor.auth.keys.KeyFiles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The settings of this service alone, with keys of its own. */
public class AuthSettings implements QuarkusTestResourceLifecycleManager {
    public static final String ADMIN = "first.admin@clinic.example";
    public static final String ADMIN_PASSWORD = "quiet-harbour-7-lanterns";
    public static final String CLIENT = "notification-service";
    public static final String CLIENT_SECRET = "a-client-secret-for-tests";
    public static final String ORIGIN = "http://localhost:8080";

    private Path keys;

    @Override
    public Map<String, String> start() {
        try {
            keys = Files.createTempDirectory("auth-keys");
            new KeyFiles(keys).generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("JWT_KEYS_DIR", keys.toString());
        settings.put("PASSWORD_PEPPER", "a-pepper-of-the-tests-alone");
        settings.put("TOKEN_SECRET", "a-token-secret-of-the-tests-alone");
        settings.put("SERVICE_CLIENTS", CLIENT + ":" + CLIENT_SECRET + ",gateway:another-secret-for-tests");
        settings.put("PUBLIC_URL", ORIGIN);
        settings.put("CORS_ORIGINS", "https://app.clinic.example");
        settings.put("BOOTSTRAP_ADMIN_EMAIL", ADMIN);
        settings.put("BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        settings.put("RATE_LIMIT_PER_MINUTE", "1000000");
        return settings;
    }

    @Override
    public void stop() {
        try (Stream<Path> files = Files.walk(keys)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
