package dev.smartdoctor.auth.password;

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

import dev.smartdoctor.auth.activity.OwnCall;
import dev.smartdoctor.auth.device.DeviceReader;
import dev.smartdoctor.platform.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Forgotten, reset and changed passwords. */
@Path("/api/auth/password")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Passwords")
public class PasswordResource {
    private final PasswordResetService resets;
    private final PasswordChangeService changes;
    private final DeviceReader devices;
    private final Caller caller;

    PasswordResource(PasswordResetService resets, PasswordChangeService changes, DeviceReader devices, Caller caller) {
        this.resets = resets;
        this.changes = changes;
        this.devices = devices;
        this.caller = caller;
    }

    @POST
    @Path("/forgot")
    @PermitAll
    @Operation(summary = "Ask for a link to reset the password", description = "The answer is the same whether or not "
            + "the address is known.")
    @APIResponse(responseCode = "202", description = "Accepted")
    public Uni<Response> forgot(@Valid @NotNull ForgotPasswordRequest request) {
        return resets.forgot(request.email()).map(ignored -> Response.accepted().build());
    }

    @POST
    @Path("/reset")
    @PermitAll
    @Operation(summary = "Set a new password by the token of the mailed link", description = "Ends all sessions.")
    @APIResponse(responseCode = "204", description = "Set; sign in now")
    @APIResponse(responseCode = "422", description = "The link is used or too old, or the password is not acceptable")
    public Uni<Void> reset(@Valid @NotNull ResetPasswordRequest request) {
        return resets.reset(request.token(), request.newPassword());
    }

    @POST
    @Path("/change")
    @Authenticated
    @OwnCall
    @Operation(summary = "Change the own password", description = "Ends all other sessions.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "401", description = "INVALID_CREDENTIALS: the current password is not right")
    @APIResponse(responseCode = "422", description = "The new password is not acceptable")
    public Uni<Void> change(@Valid @NotNull ChangePasswordRequest request) {
        return changes.change(caller.id(), caller.sessionId(), request, devices.read());
    }
}
