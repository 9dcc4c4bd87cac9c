package dev.smartdoctor.appointment.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import io.smallrye.mutiny.Uni;

/** The public directory. It changes rarely, so clients may keep it for a minute. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Directory")
public class DirectoryResource {

    private final DirectoryService directory;
    private final String cacheControl;

    public DirectoryResource(DirectoryService directory, DirectoryConfig config) {
        this.directory = directory;
        this.cacheControl = "public, max-age=" + config.cacheTtl().toSeconds();
    }

    @GET
    @Path("/specialties")
    @Operation(summary = "All specialties")
    public Uni<RestResponse<Page<SpecialtyView>>> specialties(@BeanParam @Valid PageRequest page) {
        return directory.specialties(page).map(this::cached);
    }

    @GET
    @Path("/locations")
    @Operation(summary = "All locations, by name")
    public Uni<RestResponse<Page<LocationView>>> locations(@BeanParam @Valid PageRequest page) {
        return directory.locations(page).map(this::cached);
    }

    @GET
    @Path("/visit-types")
    @Operation(summary = "All kinds of visit")
    public Uni<RestResponse<Page<VisitTypeView>>> visitTypes(@BeanParam @Valid PageRequest page) {
        return directory.visitTypes(page).map(this::cached);
    }

    private <T> RestResponse<T> cached(T entity) {
        return RestResponse.ResponseBuilder.ok(entity).header(HttpHeaders.CACHE_CONTROL, cacheControl).build();
    }
}
