package dev.smartdoctor.auth.activity;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Where the other parts report whose calls they answered. */
@Path("/internal/sessions/activity")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Internal")
public class ActivityResource {
    private final ActivityRepository activity;
    private final Transactions transactions;
    private final Clock clock;

    ActivityResource(ActivityRepository activity, Transactions transactions, Clock clock) {
        this.activity = activity;
        this.transactions = transactions;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Report people's own calls, which extend the idle limit of their sessions")
    public Uni<Void> report(@Valid @NotNull ActivityRequest request) {
        return transactions.inTransaction(tx -> activity.take(tx, request.items(), clock.instant()));
    }
}
