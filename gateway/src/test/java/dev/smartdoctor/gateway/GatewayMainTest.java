package dev.smartdoctor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway's own main, in a process of its own: what it must not run with, it refuses before anything starts. */
class GatewayMainTest {
    private static final int EX_CONFIG = 78;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "*", "https://clinic.example, *", " * ,https://clinic.example" })
    void doesNotStartWhereEveryOriginMayCall(String origins) throws Exception {
        assertThat(refusal(Map.of("CORS_ORIGINS", origins)))
                .contains("CORS_ORIGINS must list exact origins, * is refused");
    }

    @Test
    void doesNotStartWithAPlaceholderForASecret() throws Exception {
        assertThat(refusal(Map.of("SERVICE_CLIENT_SECRET", "change-me-change-me-change-me")))
                .contains("SERVICE_CLIENT_SECRET is a placeholder").doesNotContain("change-me");
    }

    @Test
    void doesNotStartWithoutKnowingTheServices() throws Exception {
        assertThat(refusal(Map.of("APPOINTMENT_SERVICE_URL", "", "REDIS_URL", "")))
                .contains("APPOINTMENT_SERVICE_URL is not set", "REDIS_URL is not set");
    }

    /** The one line it says before it ends. */
    private String refusal(Map<String, String> changed) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder gateway = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), GatewayMain.class.getName());
        gateway.environment().putAll(settings(changed));
        Process process = gateway.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ends at once: " + Files.readString(said)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(EX_CONFIG);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(said);
    }

    private static Map<String, String> settings(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of("QUARKUS_PROFILE", "prod", "HTTP_PORT", "0",
                "MANAGEMENT_PORT", "0", "REDIS_URL", "redis://127.0.0.1:1"));
        for (String service : new String[]{ "AUTH", "APPOINTMENT", "ASSISTANT", "NOTIFICATION" }) {
            settings.put(service + "_SERVICE_URL", "http://127.0.0.1:1");
        }
        settings.putAll(changed);
        return settings;
    }
}
