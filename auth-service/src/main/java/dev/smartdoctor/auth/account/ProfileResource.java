package dev.smartdoctor.auth.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.auth.activity.OwnCall;
import dev.smartdoctor.platform.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The caller's own account. */
@Path("/api/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@OwnCall
@Tag(name = "Accounts")
public class ProfileResource {
    private final ProfileService profiles;
    private final Caller caller;

    ProfileResource(ProfileService profiles, Caller caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The own profile")
    @APIResponse(responseCode = "200", description = "The profile")
    @APIResponse(responseCode = "401", description = "Not signed in")
    public Uni<AccountView> read() {
        return profiles.read(caller.id());
    }

    @PATCH
    @Operation(summary = "Change the own profile", description = "Absent fields stay, null clears phone or dateOfBirth.")
    @APIResponse(responseCode = "200", description = "The profile as it now is")
    @APIResponse(responseCode = "422", description = "A field is not valid")
    public Uni<AccountView> change(@Valid @NotNull ProfileChangeRequest request) {
        return profiles.change(caller.id(), request);
    }
}
