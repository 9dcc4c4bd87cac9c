package dev.smartdoctor.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Asks auth-service every 30 seconds which sessions were revoked, so that a revocation counts even while Redis is away or has
 * lost the event. Each question overlaps the one before it: commits may become visible later than their timestamp.
 */
@ApplicationScoped
public class RevocationPull {
    private static final Logger LOG = Logger.getLogger(RevocationPull.class);
    private static final Duration LONGEST_TOKEN_LIFE = Duration.ofMinutes(6);
    private static final Duration OVERLAP = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final AuthServiceClient authService;
    private final ServiceTokens tokens;
    private final RevokedSessions revoked;
    private final Vertx vertx;
    private final Clock clock;
    private final boolean enabled;
    private final Duration interval;
    private volatile Instant since;

    RevocationPull(@RestClient AuthServiceClient authService, ServiceTokens tokens, RevokedSessions revoked,
            Vertx vertx,
            Clock clock, @ConfigProperty(name = "platform.revocation.pull", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "platform.revocation.interval", defaultValue = "30S") Duration interval) {
        this.authService = authService;
        this.tokens = tokens;
        this.revoked = revoked;
        this.vertx = vertx;
        this.clock = clock;
        this.enabled = enabled;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        if (tokens.isConfigured()) {
            since = clock.instant().minus(LONGEST_TOKEN_LIFE);
            pullAndGoOn();
        } else {
            LOG.warn("No SERVICE_CLIENT_SECRET: revoked sessions are learnt from the event stream alone");
        }
    }

    /** Asks now, out of turn: the event stream was away and may have lost something. */
    void pullNow() {
        if (since != null) {
            pull(() -> {
            }, () -> {
            });
        }
    }

    private void pullAndGoOn() {
        pull(() -> vertx.setTimer(interval.toMillis(), timer -> pullAndGoOn()),
                () -> vertx.setTimer(AFTER_FAILURE.toMillis(), timer -> pullAndGoOn()));
    }

    private void pull(Runnable done, Runnable failed) {
        tokens.bearer("auth-service")
                .chain(bearer -> authService.revocations(bearer, since.toString()))
                .subscribe().with(answer -> {
                    answer.items().forEach(item -> revoked.revoke(item.sid(), item.revokedAt()));
                    since = answer.asOf().minus(OVERLAP);
                    done.run();
                }, failure -> {
                    LOG.debugf("Revocations could not be read: %s", failure.toString());
                    failed.run();
                });
    }
}
