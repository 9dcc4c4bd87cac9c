package dev.smartdoctor.appointment.directory;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** The directory's upkeep. */
@Path("/api/admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administration")
public class DirectoryAdminResource {

    private final DirectoryAdminService directory;

    public DirectoryAdminResource(DirectoryAdminService directory) {
        this.directory = directory;
    }

    @POST
    @Path("/locations")
    @Operation(summary = "Add a location")
    @APIResponse(responseCode = "201", description = "The location")
    public Uni<Response> addLocation(@Valid @NotNull NewLocationRequest request) {
        return directory.addLocation(request)
                .map(added -> Response.status(Response.Status.CREATED).entity(added).build());
    }

    @POST
    @Path("/doctors")
    @Operation(summary = "Add a doctor")
    @APIResponse(responseCode = "201", description = "The doctor")
    public Uni<Response> addDoctor(@Valid @NotNull NewDoctorRequest request) {
        return directory.addDoctor(request)
                .map(added -> Response.created(URI.create("/api/doctors/" + added.id())).entity(added).build());
    }

    @PATCH
    @Path("/doctors/{id}")
    @Operation(summary = "Change a doctor; what is absent stays")
    @APIResponse(responseCode = "200", description = "The doctor")
    public Uni<DoctorAdminView> changeDoctor(@PathParam("id") UUID id, @Valid @NotNull DoctorChangeRequest request) {
        return directory.changeDoctor(id, request);
    }
}
