package dev.smartdoctor.platform.outbox;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.Forbidden;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Where a consumer group tells this producer which of its events it has done for good. A service confirms for its own group only. */
@Path("/internal/events/confirmations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class ConfirmationResource {
    private final Transactions transactions;
    private final OutboxRelay relay;
    private final Caller caller;
    private final boolean severalGroups;

    ConfirmationResource(Transactions transactions, OutboxRelay relay, Caller caller, OutboxConfig config) {
        this.transactions = transactions;
        this.relay = relay;
        this.caller = caller;
        this.severalGroups = config.groups().orElse(List.of()).size() > 1;
    }

    @POST
    public Uni<Void> confirm(@Valid @NotNull ConfirmationRequest request) {
        if (!caller.subject().equals(request.group())) {
            throw new Forbidden("A service confirms for its own group only.");
        }
        return transactions.inTransaction(tx -> severalGroups
                ? OutboxTable.confirmAmongOthers(tx, request.ids(), request.group())
                : OutboxTable.confirm(tx, request.ids(), request.group()))
                // The next event of the same aggregate may now be had.
                .invoke(relay::wake);
    }

    /** At most what one batch of a consumer holds. */
    public record ConfirmationRequest(@NotBlank @Size(max = 100) String group,
            @NotEmpty @Size(max = 1000) List<@NotNull UUID> ids) {}
}
