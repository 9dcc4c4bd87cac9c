package dev.smartdoctor.gateway.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.route.Cost;
import dev.smartdoctor.platform.security.VerifiedToken;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * Notes whose call this is. One per event loop and never shared, so that a request costs one look into a map: no lock, and
 * nothing allocated for a session that was seen a moment ago. A stream counts when it is opened, not while it is open; what
 * concerns signing in (a refresh above all) does not count, since browsers do that by themselves.
 */
public final class SessionActivity implements Interceptor {
    private final ActivityReports reports;
    private final Context loop;
    private final Clock clock;
    private final int most;
    private Map<UUID, Sighting> sightings = new HashMap<>();

    /** @param loop the event loop whose requests pass here */
    SessionActivity(ActivityReports reports, Context loop, Clock clock, int most) {
        this.reports = reports;
        this.loop = loop;
        this.clock = clock;
        this.most = most;
    }

    /** When a session's newest call began, by {@link System#nanoTime}. */
    private static final class Sighting {
        private long nanos;
    }

    @Override
    public Outcome handle(Exchange exchange) {
        VerifiedToken caller = exchange.caller();
        if (caller != null && caller.sessionId() != null && exchange.route().cost() != Cost.SIGN_IN) {
            see(caller.sessionId(), exchange.startedNanos());
        }
        return Outcome.NEXT;
    }

    private void see(UUID sessionId, long nanos) {
        Sighting sighting = sightings.get(sessionId);
        if (sighting == null) {
            if (sightings.size() >= most) {
                return;
            }
            sighting = new Sighting();
            sightings.put(sessionId, sighting);
        }
        sighting.nanos = nanos;
    }

    /** Gives away what was noted so far, on the loop that notes it; done when the reports have it. */
    Future<Void> handOver() {
        Promise<Void> done = Promise.promise();
        loop.runOnContext(here -> {
            Map<UUID, Sighting> noted = sightings;
            if (!noted.isEmpty()) {
                sightings = new HashMap<>();
                reports.add(instants(noted));
            }
            done.complete();
        });
        return done.future();
    }

    private Map<UUID, Instant> instants(Map<UUID, Sighting> noted) {
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        Map<UUID, Instant> instants = new HashMap<>(noted.size() * 2);
        noted.forEach((id, sighting) -> instants.put(id, now.minusNanos(nanos - sighting.nanos)));
        return instants;
    }
}
