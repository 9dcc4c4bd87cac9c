package dev.smartdoctor.gateway.door;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.smartdoctor.gateway.ratelimit.RateLimits;

/** Ready while the doors are open. Redis or a service away means degraded, not unready: another replica could do no better. */
@Readiness
@ApplicationScoped
public class GatewayReadiness implements HealthCheck {
    private final Doors doors;
    private final RateLimits limits;

    GatewayReadiness(Doors doors, RateLimits limits) {
        this.doors = doors;
        this.limits = limits;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway").status(doors.isReady())
                .withData("limits", limits.areLocal() ? "local" : "shared").build();
    }
}
