package dev.smartdoctor.appointment.directory;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.MayBeEmpty;
import dev.smartdoctor.platform.validation.PlainText;
import io.smallrye.mutiny.Uni;

/** The public list of doctors, which clients may keep for a minute. */
@Path("/api/doctors")
@Produces(MediaType.APPLICATION_JSON)
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
    public Uni<RestResponse<Page<DoctorView>>> doctors(
            @QueryParam("specialty") @PlainText(max = 64, multiline = false) String specialty,
            @QueryParam("locationId") UUID locationId,
            @QueryParam("q") @MayBeEmpty @PlainText(max = 120, multiline = false) String q,
            @BeanParam @Valid PageRequest page) {
        return directory.doctors(specialty, locationId, q == null || q.isBlank() ? null : q, page)
                .map(this::cached);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One doctor")
    public Uni<RestResponse<DoctorView>> doctor(@PathParam("id") UUID id) {
        return directory.doctor(id).map(this::cached);
    }

    private <T> RestResponse<T> cached(T entity) {
        return RestResponse.ResponseBuilder.ok(entity).header(HttpHeaders.CACHE_CONTROL, cacheControl).build();
    }
}
