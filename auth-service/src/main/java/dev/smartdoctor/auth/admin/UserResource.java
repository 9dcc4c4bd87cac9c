package dev.smartdoctor.auth.admin;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import dev.smartdoctor.auth.activity.OwnCall;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.MayBeEmpty;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.validation.PlainText;
import io.smallrye.mutiny.Uni;

/** Accounts, for administrators. */
@Path("/api/admin/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@OwnCall
@Tag(name = "Administration")
public class UserResource {
    private final UserService users;
    private final Caller caller;

    UserResource(UserService users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Accounts, by a part of the name or the address")
    @APIResponse(responseCode = "200", description = "A page of accounts, the oldest first")
    @APIResponse(responseCode = "403", description = "Not an administrator")
    public Uni<Page<UserView>> search(@QueryParam("query") @MayBeEmpty @PlainText(max = 254) String query,
            @BeanParam @Valid PageRequest page) {
        return users.search(query, page);
    }

    @POST
    @Operation(summary = "Make an account for somebody of the clinic", description = "Without a password an invitation "
            + "to choose one is mailed.")
    @ResponseStatus(201)
    @APIResponseSchema(value = UserView.class, responseCode = "201", responseDescription = "Made")
    @APIResponse(responseCode = "409", description = "EMAIL_TAKEN")
    public Uni<UserView> create(@Valid @NotNull CreateUserRequest request) {
        return users.create(caller.id(), request);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change roles or status of an account", description = "Ends its sessions.")
    @APIResponse(responseCode = "200", description = "The account as it now is")
    @APIResponse(responseCode = "404", description = "No such account")
    @APIResponse(responseCode = "409", description = "LAST_ADMIN")
    public Uni<UserView> change(@PathParam("id") UUID id, @Valid @NotNull ChangeUserRequest request) {
        return users.change(caller.id(), id, request);
    }
}
