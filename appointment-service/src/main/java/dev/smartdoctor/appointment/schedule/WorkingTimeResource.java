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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** A doctor's working time. */
@Path("/api/doctors")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
@Tag(name = "Working time")
@APIResponse(responseCode = "403", description = "Another doctor's")
public class WorkingTimeResource {

    private final WorkingTimeService workingTime;
    private final Caller caller;

    public WorkingTimeResource(WorkingTimeService workingTime, Caller caller) {
        this.workingTime = workingTime;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/working-hours")
    @Operation(summary = "The weekly hours at each location")
    @APIResponse(responseCode = "200", description = "The hours")
    public Uni<Page<WorkingHoursView>> hours(@PathParam("id") UUID doctorId, @BeanParam @Valid PageRequest page) {
        return workingTime.hours(doctorId, page, Actor.of(caller));
    }

    @PUT
    @Path("/{id}/working-hours")
    @Operation(summary = "Replace the weekly hours at one location")
    @APIResponse(responseCode = "200", description = "The hours as they now are")
    @APIResponse(responseCode = "409", description = "WORKING_HOURS_OVERLAP with another location")
    public Uni<WorkingHoursView> setHours(@PathParam("id") UUID doctorId,
            @Valid @NotNull WorkingHoursRequest request) {
        return workingTime.setHours(doctorId, request, Actor.of(caller));
    }

    @GET
    @Path("/{id}/time-off")
    @Operation(summary = "Time off that is not over")
    @APIResponse(responseCode = "200", description = "The time off")
    public Uni<Page<TimeOffView>> timeOff(@PathParam("id") UUID doctorId, @BeanParam @Valid PageRequest page) {
        return workingTime.timeOff(doctorId, page, Actor.of(caller));
    }

    @POST
    @Path("/{id}/time-off")
    @Operation(summary = "Take a stretch off")
    @APIResponseSchema(value = TimeOffView.class, responseCode = "201", responseDescription = "The time off")
    public Uni<Response> addTimeOff(@PathParam("id") UUID doctorId, @Valid @NotNull TimeOffRequest request) {
        return workingTime.addTimeOff(doctorId, request, Actor.of(caller))
                .map(added -> Response.status(Response.Status.CREATED).entity(added).build());
    }

    @DELETE
    @Path("/{id}/time-off/{timeOffId}")
    @Operation(summary = "Give time off back")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Void> dropTimeOff(@PathParam("id") UUID doctorId, @PathParam("timeOffId") UUID timeOffId) {
        return workingTime.dropTimeOff(doctorId, timeOffId, Actor.of(caller));
    }
}
