package dev.smartdoctor.appointment.directory;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.page.PageRequest;
import io.smallrye.mutiny.Uni;

/** The public list of doctors, which clients may keep for a minute. */
@Path("/api/doctors")
@PermitAll
@Tag(name = "Directory")
public class DoctorResource {

    private final DirectoryService directory;
    private final String cacheControl;

    public DoctorResource(DirectoryService directory, DirectoryConfig config) {
        this.directory = directory;
        this.cacheControl = "public, max-age=" + config.cacheTtl().toSeconds();
    }

    @GET
    @Operation(summary = "Doctors by specialty, location and part of the name")
    public Uni<Response> doctors(@QueryParam("specialty") String specialty, @QueryParam("locationId") UUID locationId,
            @QueryParam("q") @Size(max = 120) String text, @BeanParam @Valid PageRequest page) {
        return directory.doctors(specialty, locationId, text == null || text.isBlank() ? null : text, page)
                .map(this::cached);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One doctor")
    public Uni<Response> doctor(@PathParam("id") UUID id) {
        return directory.doctor(id).map(this::cached);
    }

    private Response cached(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, cacheControl).build();
    }
}
