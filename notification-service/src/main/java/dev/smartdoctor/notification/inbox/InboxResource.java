package dev.smartdoctor.notification.inbox;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.json.NoFields;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** A caller's in-app inbox. */
@Path("/api/notifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Notifications")
public class InboxResource {
    private final InboxService inbox;
    private final Caller caller;

    InboxResource(InboxService inbox, Caller caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The own news, the newest first")
    public Uni<Page<InboxItemView>> list(@QueryParam("unread") @DefaultValue("false") boolean unreadOnly,
            @BeanParam @Valid PageRequest page) {
        return inbox.list(caller.id(), caller.roles(), unreadOnly, page);
    }

    @POST
    @Path("/{id}/read")
    @Operation(summary = "Mark as read")
    public Uni<Void> markRead(@PathParam("id") UUID id, NoFields body) {
        return inbox.markRead(caller.id(), caller.roles(), id);
    }
}
