package dev.smartdoctor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Suite;

/** The same journey in Chromium, driven by {@code browser/journey.mjs}; screenshots go to {@code target/screenshots}. */
class BrowserJourneyIT {
    private static final int PATIENCE_MINUTES = 5;

    private final LocalStack suite = Suite.shared();

    @Test
    void aPersonRegistersBooksMovesCancelsAndChats() throws IOException, InterruptedException {
        Path module = Suite.root().resolve("system-tests");
        ProcessBuilder node = new ProcessBuilder("node", "journey.mjs").directory(module.resolve("browser").toFile())
                .redirectErrorStream(true);
        node.environment().put("BASE_URL", suite.address().toString());
        node.environment().put("MAILBOX_URL", suite.mailbox().toString());
        node.environment().put("SCREENSHOTS", module.resolve("target").resolve("screenshots").toString());
        Process journey = node.start();
        try {
            String output = new String(journey.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(journey.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as(output).isTrue();
            assertThat(journey.exitValue()).as(output).isZero();
        } finally {
            journey.destroyForcibly();
        }
    }
}
