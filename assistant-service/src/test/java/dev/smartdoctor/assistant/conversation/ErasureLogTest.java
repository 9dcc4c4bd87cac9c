package dev.smartdoctor.assistant.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.smartdoctor.platform.testing.LogLines;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Deleting a conversation leaves nothing behind that the log would have to warn of. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ErasureLogTest {

    @RegisterExtension
    final LogLines log = new LogLines();

    @Test
    void deletingWarnsOfNothing() {
        String token = TestTokens.user(UUID.randomUUID(), "patient");
        String id = given().auth().oauth2(token).post("/api/assistant/conversations").then().statusCode(201).extract()
                .path("id");
        Logger.getLogger("erasure-log-test").warning("it does hear");
        given().auth().oauth2(token).delete("/api/assistant/conversations/" + id).then().statusCode(204);
        given().auth().oauth2(token).delete("/api/assistant/conversations/" + id).then().statusCode(404);
        assertThat(log.warnings()).anyMatch(line -> line.contains("it does hear"))
                .noneMatch(line -> line.contains(" org.hibernate"));
    }
}
