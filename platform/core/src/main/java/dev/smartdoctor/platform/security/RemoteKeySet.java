package dev.smartdoctor.platform.security;

import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The key set as auth-service publishes it: read at start and every minute, at once when a token names an unknown key but
 * then at most once a minute, so that forged key ids cannot be used to flood auth-service. The last good set stays in use.
 */
@ApplicationScoped
@DefaultBean
public class RemoteKeySet implements KeySource {
    private static final Logger LOG = Logger.getLogger(RemoteKeySet.class);
    private static final Duration UNTIL_LOADED = Duration.ofMillis(500);
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final AuthServiceClient authService;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Map<String, ECPublicKey> keys;
    private volatile boolean away;
    private volatile Instant lastForced = Instant.EPOCH;

    RemoteKeySet(@RestClient AuthServiceClient authService, Vertx vertx, Clock clock) {
        this.authService = authService;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        refreshAndGoOn();
    }

    @Override
    public boolean isLoaded() {
        return keys != null;
    }

    @Override
    public Optional<ECPublicKey> find(String keyId) {
        Map<String, ECPublicKey> known = keys;
        if (known == null) {
            return Optional.empty();
        }
        ECPublicKey key = known.get(keyId);
        if (key == null) {
            refreshForUnknownKey();
        }
        return Optional.ofNullable(key);
    }

    private void refreshForUnknownKey() {
        Instant now = clock.instant();
        if (lastForced.plus(REFRESH).isBefore(now)) {
            lastForced = now;
            refresh(() -> {
            });
        }
    }

    private void refreshAndGoOn() {
        refresh(() -> vertx.setTimer((isLoaded() ? REFRESH : UNTIL_LOADED).toMillis(), timer -> refreshAndGoOn()));
    }

    private void refresh(Runnable afterwards) {
        if (!underWay.compareAndSet(false, true)) {
            afterwards.run();
            return;
        }
        authService.keySet().onTermination().invoke(() -> underWay.set(false)).subscribe().with(json -> {
            accept(json);
            afterwards.run();
        }, failure -> {
            complain(failure);
            afterwards.run();
        });
    }

    /** Once for each outage: it is tried again many times. */
    private void complain(Throwable failure) {
        if (!away) {
            LOG.warnf("The key set of auth-service could not be read: %s", failure.toString());
        }
        away = true;
    }

    private void accept(String json) {
        away = false;
        try {
            Map<String, ECPublicKey> fresh = KeySet.parse(json);
            if (fresh.isEmpty()) {
                LOG.error("auth-service published a key set without a usable key; the former one stays in use");
            } else {
                keys = fresh;
            }
        } catch (JoseException e) {
            LOG.error("auth-service published an unreadable key set; the former one stays in use", e);
        }
    }
}
