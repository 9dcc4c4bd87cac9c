package dev.smartdoctor.auth.activity;

import java.time.Clock;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.Unauthenticated;
import dev.smartdoctor.platform.security.Caller;
import io.smallrye.mutiny.Uni;

/**
 * Asks the database whether the caller's session still lives, and notes the call. This service needs no news of
 * revocations: it is where they are made, so here they count at once.
 */
public class OwnCallFilter {
    private final ActivityRepository activity;
    private final Transactions transactions;
    private final Caller caller;
    private final Clock clock;

    OwnCallFilter(ActivityRepository activity, Transactions transactions, Caller caller, Clock clock) {
        this.activity = activity;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    /** A null answer lets the request go on. */
    @OwnCall
    @ServerRequestFilter
    public Uni<Response> note() {
        if (caller.isAnonymous()) {
            return Uni.createFrom().nullItem();
        }
        if (caller.sessionId() == null) {
            return Uni.createFrom().failure(new Unauthenticated());
        }
        return transactions.withConnection(connection -> activity.see(connection, caller.sessionId(), clock.instant()))
                .chain(live -> live ? Uni.createFrom().nullItem() : Uni.createFrom().failure(new Unauthenticated()));
    }
}
