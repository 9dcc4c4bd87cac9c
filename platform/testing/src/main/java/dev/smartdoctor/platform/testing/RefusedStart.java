package dev.smartdoctor.platform.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a service's {@code main} in a process of its own, with these settings and no others; for starts that end at once. */
public record RefusedStart(int exitCode, String words) {
    private static final long PATIENCE_SECONDS = 30;

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
}
