package dev.smartdoctor.appointment.directory;

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

/** Doctors and locations for other services, also those that have left: past visits keep their names. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Internal")
public class InternalDirectoryResource {

    private final DirectoryService directory;

    public InternalDirectoryResource(DirectoryService directory) {
        this.directory = directory;
    }

    @GET
    @Path("/doctors/{id}")
    @Operation(summary = "One doctor, active or not")
    public Uni<DoctorView> doctor(@PathParam("id") UUID id) {
        return directory.anyDoctor(id);
    }

    @GET
    @Path("/locations/{id}")
    @Operation(summary = "One location, active or not")
    public Uni<LocationView> location(@PathParam("id") UUID id) {
        return directory.anyLocation(id);
    }
}
