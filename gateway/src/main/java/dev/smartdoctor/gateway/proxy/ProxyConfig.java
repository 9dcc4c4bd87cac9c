package dev.smartdoctor.gateway.proxy;

import java.net.URI;

import dev.smartdoctor.gateway.route.Service;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how many connections each may be given. */
@ConfigMapping(prefix = "gateway.proxy")
public interface ProxyConfig {
    /** AUTH_SERVICE_URL: scheme, host and port. */
    URI auth();

    /** APPOINTMENT_SERVICE_URL. */
    URI appointment();

    /** ASSISTANT_SERVICE_URL. */
    URI assistant();

    /** NOTIFICATION_SERVICE_URL. */
    URI notification();

    /** UPSTREAM_CONNECTIONS: connections to one service, over all event loops. One service's slowness uses up only its own. */
    @WithDefault("256")
    int connections();

    /** How many requests may wait for a connection to one service, per event loop; beyond that they are refused. */
    @WithDefault("256")
    int waiting();

    default URI of(Service service) {
        return switch (service) {
            case AUTH -> auth();
            case APPOINTMENT -> appointment();
            case ASSISTANT -> assistant();
            case NOTIFICATION -> notification();
        };
    }
}
