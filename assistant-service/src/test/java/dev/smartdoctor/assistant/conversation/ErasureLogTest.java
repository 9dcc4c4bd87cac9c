package dev.smartdoctor.assistant.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Deleting a conversation leaves nothing behind that the log would have to warn of. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ErasureLogTest {

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Warnings warnings = new Warnings();

    private static final class Warnings extends Handler {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
                heard.add(logged.getLoggerName() + ": " + logged.getMessage());
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void listen() {
        root.addHandler(warnings);
    }

    @AfterEach
    void leave() {
        root.removeHandler(warnings);
    }

    @Test
    void deletingWarnsOfNothing() {
        String token = TestTokens.user(UUID.randomUUID(), "patient");
        String id = given().auth().oauth2(token).post("/api/assistant/conversations").then().statusCode(201).extract()
                .path("id");
        Logger.getLogger("erasure-log-test").warning("it does hear");
        given().auth().oauth2(token).delete("/api/assistant/conversations/" + id).then().statusCode(204);
        given().auth().oauth2(token).delete("/api/assistant/conversations/" + id).then().statusCode(404);
        assertThat(warnings.heard).contains("erasure-log-test: it does hear")
                .noneMatch(warning -> warning.startsWith("org.hibernate"));
    }
}
