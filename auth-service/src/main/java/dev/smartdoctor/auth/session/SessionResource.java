package dev.smartdoctor.auth.session;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.auth.activity.OwnCall;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The caller's own sessions. */
@Path("/api/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@OwnCall
@Tag(name = "Sign-in")
public class SessionResource {
    private final OwnSessionService sessions;
    private final Caller caller;

    SessionResource(OwnSessionService sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The own sessions: device, place and last use")
    @APIResponse(responseCode = "200", description = "A page of live sessions, the newest first")
    public Uni<Page<SessionView>> list(@BeanParam @Valid PageRequest page) {
        return sessions.list(caller.id(), caller.sessionId(), page);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End one of the own sessions")
    @APIResponse(responseCode = "204", description = "Ended; its access tokens die within two seconds")
    @APIResponse(responseCode = "404", description = "No live session of the caller has this id")
    public Uni<Void> end(@PathParam("id") UUID id) {
        return sessions.end(caller.id(), id);
    }
}
