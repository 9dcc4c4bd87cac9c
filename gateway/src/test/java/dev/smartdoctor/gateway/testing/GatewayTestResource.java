package dev.smartdoctor.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The platform's Redis and auth-service, the latter apart from the service that requests are proxied to, and one dead service. */
public class GatewayTestResource implements QuarkusTestResourceLifecycleManager {
    public static final String ORIGIN = "https://clinic.example";
    public static final String TRUSTED_PROXY = "127.9.9.9";

    private final PlatformTestResource platform = new PlatformTestResource();
    private ServiceStandIn services;
    private CuttableLine redis;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(platform.start());
        services = ServiceStandIn.start();
        redis = CuttableLine.to(URI.create(settings.get("REDIS_URL")).getPort());
        settings.put("REDIS_URL", "redis://127.0.0.1:" + redis.port());
        settings.put("gateway.proxy.auth", services.address());
        settings.put("APPOINTMENT_SERVICE_URL", services.address());
        settings.put("ASSISTANT_SERVICE_URL", services.address());
        settings.put("NOTIFICATION_SERVICE_URL", "http://127.0.0.1:" + closedPort());
        settings.put("CORS_ORIGINS", ORIGIN);
        settings.put("TRUSTED_PROXIES", TRUSTED_PROXY);
        // Long enough for any test's own requests, short enough to be waited for.
        settings.put("gateway.door.head-deadline", "3s");
        settings.put("gateway.activity.gather", "0.1s");
        settings.put("gateway.door.idle", "6s");
        return settings;
    }

    @Override
    public void stop() {
        services.stop();
        redis.stop();
        platform.stop();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
