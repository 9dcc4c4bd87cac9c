package dev.smartdoctor.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/**
 * The sessions ended lately, for every part that verifies tokens. Those ended longer ago than a token can live are left
 * out; {@code asOf} lies a little in the past, since what is committed now may have been stamped seconds ago.
 */
@Path("/internal/revocations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Internal")
public class RevocationResource {
    private static final Duration OF_INTEREST = Duration.ofMinutes(10);
    private static final Duration COMMIT_LAG = Duration.ofSeconds(15);

    private final SessionRepository sessions;
    private final Transactions transactions;
    private final Clock clock;

    RevocationResource(SessionRepository sessions, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Sessions ended since an instant")
    public Uni<RevocationsView> since(@QueryParam("since") OffsetDateTime since) {
        Instant now = clock.instant();
        Instant earliest = now.minus(OF_INTEREST);
        Instant from = since == null || since.toInstant().isBefore(earliest) ? earliest : since.toInstant();
        return transactions.withConnection(connection -> sessions.revokedSince(connection, from))
                .map(items -> new RevocationsView(items, now.minus(COMMIT_LAG)));
    }
}
