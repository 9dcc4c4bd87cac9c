package dev.smartdoctor.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs a service's {@code main} in a process of its own, with these settings and no others; for starts that end at once. */
public record RefusedStart(int exitCode, String words) {
    /** A secret that no check has anything against. */
    public static final String GOOD_SECRET = "q8Zk2-vT1mWf9sXbR4uL";
    /** EX_CONFIG of sysexits(3). */
    private static final int CONFIGURATION_ERROR = 78;
    private static final long PATIENCE_SECONDS = 30;

    /** What every service with a database needs; nothing listens at these addresses. */
    public static Map<String, String> commonSettings() {
        return new HashMap<>(Map.of("QUARKUS_PROFILE", "prod", "HTTP_PORT", "1", "MANAGEMENT_PORT", "1", "DATABASE_URL",
                "postgresql://127.0.0.1:1/x", "DATABASE_USER", "x", "DATABASE_PASSWORD", GOOD_SECRET, "REDIS_URL",
                "redis://127.0.0.1:1"));
    }

    public static RefusedStart of(Class<?> main, Map<String, String> settings)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(main.getSimpleName() + " was not refused");
            }
            return new RefusedStart(process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    /** One line that names the setting first, and nowhere its value. */
    public void namesInOneLine(String service, String setting, String value) {
        assertThat(exitCode).isEqualTo(CONFIGURATION_ERROR);
        assertThat(words.strip()).contains(service + " does not start: " + setting).doesNotContain("\n")
                .doesNotContain(value);
    }

    public void namesAsMissing(Set<String> settings) {
        assertThat(exitCode).isEqualTo(CONFIGURATION_ERROR);
        assertThat(settings).allSatisfy(name -> assertThat(words).contains(name + " is not set"));
    }
}
