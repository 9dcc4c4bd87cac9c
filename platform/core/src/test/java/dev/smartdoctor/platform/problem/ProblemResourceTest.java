package dev.smartdoctor.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ProblemResourceTest {

    @Test
    void answersUnknownPathsWithNotFound() {
        given().get("/probe/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
}
