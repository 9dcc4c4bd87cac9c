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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

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
    @ResponseStatus(201)
    @APIResponseSchema(value = LocationView.class, responseCode = "201", responseDescription = "The location")
    public Uni<LocationView> addLocation(@Valid @NotNull NewLocationRequest request) {
        return directory.addLocation(request);
    }

    @POST
    @Path("/doctors")
    @Operation(summary = "Add a doctor")
    @APIResponse(responseCode = "201", description = "The doctor", headers = @Header(name = "Location", ref = "Location"), content = @Content(schema = @Schema(implementation = DoctorAdminView.class)))
    public Uni<RestResponse<DoctorAdminView>> addDoctor(@Valid @NotNull NewDoctorRequest request) {
        return directory.addDoctor(request).map(added -> RestResponse.ResponseBuilder
                .<DoctorAdminView>created(URI.create("/api/doctors/" + added.id())).entity(added).build());
    }

    @PATCH
    @Path("/doctors/{id}")
    @Operation(summary = "Change a doctor; what is absent stays")
    @APIResponse(responseCode = "200", description = "The doctor")
    @APIResponse(responseCode = "409", description = "WORKING_HOURS_STAND at a location that is left out, ACCOUNT_IN_USE")
    public Uni<DoctorAdminView> changeDoctor(@PathParam("id") UUID id, @Valid @NotNull DoctorChangeRequest request) {
        return directory.changeDoctor(id, request);
    }
}
