package dev.smartdoctor.appointment.visit;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.appointment.visit.AppointmentService.Command;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Reading visits and changing their state. */
@Path("/api/appointments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appointments")
@APIResponse(responseCode = "404", description = "There is no such visit for the caller")
public class AppointmentResource {

    private final AppointmentService appointments;
    private final AppointmentViews views;
    private final Caller caller;

    public AppointmentResource(AppointmentService appointments, AppointmentViews views, Caller caller) {
        this.appointments = appointments;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
    @Operation(summary = "The caller's visits, by start; staff see those of their office")
    public Uni<Page<AppointmentView>> list(@BeanParam ListQuery query, @BeanParam @Valid PageRequest page) {
        Actor actor = Actor.of(caller);
        return appointments.list(query, page, actor)
                .map(found -> found.map(appointment -> views.view(appointment, actor)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
    @Operation(summary = "One visit; its version is the ETag")
    public Uni<Response> get(@PathParam("id") UUID id) {
        Actor actor = Actor.of(caller);
        return answer(appointments.get(id, actor), actor);
    }

    @GET
    @Path("/{id}.ics")
    @Produces(CalendarFile.MEDIA_TYPE)
    @RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
    @Operation(summary = "The visit as a calendar file")
    public Uni<Response> calendar(@PathParam("id") UUID id) {
        return appointments.get(id, Actor.of(caller)).map(appointment -> Response.ok(CalendarFile.of(appointment))
                .type(CalendarFile.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
                .tag(Integer.toString(appointment.version())).build());
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Cancel a visit; patients until the cancellation window closes")
    @APIResponse(responseCode = "409", description = "Too late, or not in a state that allows it")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public Uni<Response> cancel(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid CancelRequest request) {
        Command command = command(id, ifMatch);
        return answer(appointments.cancel(command, request == null ? null : request.reason()), command.actor());
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Approve a pending visit")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it")
    public Uni<Response> confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return change(AppointmentAction.CONFIRM, command(id, ifMatch));
    }

    @POST
    @Path("/{id}/check-in")
    @RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Note that the patient has arrived; also undoes a no-show")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it")
    public Uni<Response> checkIn(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return change(AppointmentAction.CHECK_IN, command(id, ifMatch));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed(Roles.DOCTOR)
    @Operation(summary = "Finish a visit, with notes")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it")
    public Uni<Response> complete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid CompleteRequest request) {
        Command command = command(id, ifMatch);
        return answer(appointments.complete(command, request == null ? null : request.notes()), command.actor());
    }

    @POST
    @Path("/{id}/no-show")
    @RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Note, after the end, that the patient did not come")
    @APIResponse(responseCode = "409", description = "Not over yet, or not in a state that allows it")
    public Uni<Response> noShow(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return change(AppointmentAction.NO_SHOW, command(id, ifMatch));
    }

    private Uni<Response> change(AppointmentAction action, Command command) {
        return answer(appointments.change(action, command), command.actor());
    }

    private Command command(UUID id, String ifMatch) {
        return new Command(id, Actor.of(caller), ifMatch);
    }

    private Uni<Response> answer(Uni<Appointment> changed, Actor actor) {
        return changed.map(appointment -> Response.ok(views.view(appointment, actor))
                .tag(Integer.toString(appointment.version())).build());
    }
}
