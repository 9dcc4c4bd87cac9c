package dev.smartdoctor.auth.account;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Who an account is, for services that were told only its id. */
@Path("/internal/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Internal")
public class InternalAccountResource {
    private final ProfileService profiles;

    InternalAccountResource(ProfileService profiles) {
        this.profiles = profiles;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An account by its id")
    public Uni<AccountView> read(@PathParam("id") UUID id) {
        return profiles.read(id);
    }
}
