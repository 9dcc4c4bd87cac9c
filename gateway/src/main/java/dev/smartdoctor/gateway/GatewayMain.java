package dev.smartdoctor.gateway;

import java.util.Arrays;

import dev.smartdoctor.platform.settings.SettingsCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway, after refusing settings that production must not run with. */
@QuarkusMain
public final class GatewayMain {
    private GatewayMain() {
    }

    public static void main(String... args) {
        // Nothing here speaks WebSocket: without it Vert.x spares a wrapper and a header check per request.
        System.setProperty("vertx.disableWebsockets", "true");
        SettingsCheck.forService("gateway")
                .required("HTTP_PORT", "MANAGEMENT_PORT", "AUTH_SERVICE_URL", "APPOINTMENT_SERVICE_URL",
                        "ASSISTANT_SERVICE_URL", "NOTIFICATION_SERVICE_URL")
                .address("REDIS_URL")
                .noPlaceholder("SERVICE_CLIENT_SECRET")
                .refuse("CORS_ORIGINS", GatewayMain::allowsEveryOrigin, "must list exact origins, * is refused")
                .orExit();
        Quarkus.run(args);
    }

    private static boolean allowsEveryOrigin(String origins) {
        return Arrays.stream(origins.split(",")).map(String::trim).anyMatch("*"::equals);
    }
}
