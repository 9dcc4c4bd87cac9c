package dev.smartdoctor.notification.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.json.NoFields;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.stream.DeadLetterView;
import io.smallrye.mutiny.Uni;

/** What was given up: events that failed five times, and mails that were refused for good (their stream is "delivery"). */
@Path("/api/admin/dead-letters")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administration")
public class DeadLetterResource {
    private final DeliveryOverview overview;
    private final Replay replay;

    DeadLetterResource(DeliveryOverview overview, Replay replay) {
        this.overview = overview;
        this.replay = replay;
    }

    @GET
    @Operation(summary = "What was given up")
    public Uni<Page<DeadLetterView>> list(@BeanParam @Valid PageRequest page) {
        return overview.deadLetters(page);
    }

    @POST
    @Path("/{id}/replay")
    @Operation(summary = "Do it again")
    public Uni<Void> replay(@PathParam("id") UUID id, NoFields body) {
        return replay.deadLetter(id);
    }
}
