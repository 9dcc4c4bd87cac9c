package dev.smartdoctor.platform.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives the application under test a database of its own, Redis, and a stand-in for auth-service, by the real settings' names. */
public class PlatformTestResource implements QuarkusTestResourceLifecycleManager {
    private AuthStandIn authStandIn;

    @Override
    public Map<String, String> start() {
        authStandIn = AuthStandIn.start();
        return Map.of(
                "DATABASE_URL", EmbeddedServers.freshDatabase(),
                "DATABASE_USER", "postgres",
                "DATABASE_PASSWORD", "postgres",
                "REDIS_URL", EmbeddedServers.redisUrl(),
                "AUTH_SERVICE_URL", authStandIn.address(),
                "SERVICE_CLIENT_SECRET", "a-secret-of-the-tests-alone",
                "HTTP_PORT", "0",
                "MANAGEMENT_PORT", "0");
    }

    @Override
    public void stop() {
        if (authStandIn != null) {
            authStandIn.stop();
        }
    }
}
