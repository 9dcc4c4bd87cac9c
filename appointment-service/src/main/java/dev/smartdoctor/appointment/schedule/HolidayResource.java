package dev.smartdoctor.appointment.schedule;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Days on which locations are closed. */
@Path("/api/admin/holidays")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administration")
public class HolidayResource {

    private final HolidayService holidays;

    public HolidayResource(HolidayService holidays) {
        this.holidays = holidays;
    }

    @GET
    @Operation(summary = "Holidays that are not over, by day")
    @APIResponse(responseCode = "200", description = "The holidays")
    public Uni<Page<HolidayView>> list(@BeanParam @Valid PageRequest page) {
        return holidays.holidays(page);
    }

    @POST
    @Operation(summary = "Close a location, or all, for a day")
    @ResponseStatus(201)
    @APIResponseSchema(value = HolidayView.class, responseCode = "201", responseDescription = "The holiday")
    @APIResponse(responseCode = "409", description = "HOLIDAY_EXISTS")
    public Uni<HolidayView> add(@Valid @NotNull HolidayRequest request) {
        return holidays.add(request);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Open again on that day")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Void> drop(@PathParam("id") UUID id) {
        return holidays.drop(id);
    }
}
