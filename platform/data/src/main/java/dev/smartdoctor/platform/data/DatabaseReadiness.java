package dev.smartdoctor.platform.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Ready while the service's own database answers; the answer is kept for two seconds, so that probes cost next to nothing. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements AsyncHealthCheck {
    private static final String NAME = "database";
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Clock clock = Clock.systemUTC();
    private volatile HealthCheckResponse last;
    private volatile Instant lookedAt = Instant.EPOCH;

    DatabaseReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (last != null && lookedAt.plus(KEPT).isAfter(clock.instant())) {
            return Uni.createFrom().item(last);
        }
        return pool.query("SELECT 1").execute()
                .ifNoItem().after(PATIENCE).fail()
                .map(rows -> HealthCheckResponse.up(NAME))
                .onFailure().recoverWithItem(HealthCheckResponse.down(NAME))
                .invoke(this::keep);
    }

    private void keep(HealthCheckResponse response) {
        last = response;
        lookedAt = clock.instant();
    }
}
