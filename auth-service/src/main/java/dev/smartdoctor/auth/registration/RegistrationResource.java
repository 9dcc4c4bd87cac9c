package dev.smartdoctor.auth.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

/** Registration of patients and verification of their addresses. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Registration")
public class RegistrationResource {
    private final RegistrationService registration;
    private final VerificationService verification;

    RegistrationResource(RegistrationService registration, VerificationService verification) {
        this.registration = registration;
        this.verification = verification;
    }

    @POST
    @Path("/register")
    @Operation(summary = "Register", description = "The answer is the same whether or not the address is known; a link to "
            + "verify it is mailed.")
    @APIResponse(responseCode = "202", description = "Accepted")
    @APIResponse(responseCode = "422", description = "A field is not valid")
    public Uni<Response> register(@Valid @NotNull RegisterRequest request) {
        return registration.register(request).map(ignored -> Response.accepted().build());
    }

    @POST
    @Path("/verify-email")
    @Operation(summary = "Verify an address by the token of the mailed link")
    @APIResponse(responseCode = "204", description = "Verified; sign in now")
    @APIResponse(responseCode = "422", description = "The link is unknown, used or too old")
    public Uni<Void> verify(@Valid @NotNull VerifyEmailRequest request) {
        return verification.verify(request.token());
    }
}
