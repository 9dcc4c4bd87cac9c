package dev.smartdoctor.appointment.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Days on which locations are closed. */
@Path("/api/admin/holidays")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Administration")
public class HolidayResource {

    private final WorkingTimeService workingTime;

    public HolidayResource(WorkingTimeService workingTime) {
        this.workingTime = workingTime;
    }

    @POST
    @Operation(summary = "Close a location, or all, for a day")
    @APIResponse(responseCode = "201", description = "The holiday")
    @APIResponse(responseCode = "409", description = "HOLIDAY_EXISTS")
    public Uni<Response> add(@Valid @NotNull HolidayRequest request) {
        return workingTime.addHoliday(request)
                .map(added -> Response.status(Response.Status.CREATED).entity(added).build());
    }
}
