package dev.smartdoctor.auth.testing;

import org.junit.jupiter.api.AfterEach;

import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;

/** The service under test, on real PostgreSQL and Redis; the clock is the real one again after each test. */
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(AuthSettings.class)
public abstract class AuthTest {
    @AfterEach
    void realTime() {
        MutableClock.reset();
    }
}
