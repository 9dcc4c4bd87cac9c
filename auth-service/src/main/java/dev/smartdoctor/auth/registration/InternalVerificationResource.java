package dev.smartdoctor.auth.registration;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.auth.mailtoken.MailedTokenView;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** The token of a verification, for the mail. */
@Path("/internal/verifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Internal")
public class InternalVerificationResource {
    private final VerificationService verification;

    InternalVerificationResource(VerificationService verification) {
        this.verification = verification;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The token of an open verification; 404 once it was used, replaced or too old")
    public Uni<MailedTokenView> read(@PathParam("id") UUID id) {
        return verification.tokenOf(id);
    }
}
