package dev.smartdoctor.notification.delivery;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.ValidationFailed;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** What became of the mails, for administrators. */
@Path("/api/admin/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administration")
public class DeliveryResource {
    private final DeliveryOverview overview;

    DeliveryResource(DeliveryOverview overview) {
        this.overview = overview;
    }

    @GET
    @Operation(summary = "What became of the mails")
    public Uni<Page<DeliveryView>> list(@QueryParam("state") String state, @BeanParam @Valid PageRequest page) {
        return overview.deliveries(Optional.ofNullable(state).map(DeliveryResource::known), page);
    }

    private static DeliveryState known(String state) {
        return DeliveryState.find(state).orElseThrow(() -> new ValidationFailed("state", "UNKNOWN_STATE",
                "One of due, sending, sent, unknown, dead, void."));
    }
}
