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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.smartdoctor.appointment.visit.AppointmentService.Command;
import dev.smartdoctor.platform.json.NoFields;
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
    public Uni<RestResponse<AppointmentView>> get(@PathParam("id") UUID id) {
        Actor actor = Actor.of(caller);
        return answer(appointments.get(id, actor), actor);
    }

    @GET
    @Path("/{id}.ics")
    @Produces(CalendarFile.MEDIA_TYPE)
    @RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
    @Operation(summary = "The visit as a calendar file")
    public Uni<RestResponse<String>> calendar(@PathParam("id") UUID id) {
        return appointments.get(id, Actor.of(caller)).map(appointment -> RestResponse.ResponseBuilder
                .ok(CalendarFile.of(appointment)).type(CalendarFile.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
                .tag(Integer.toString(appointment.version())).build());
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Cancel a visit; patients until the cancellation window closes")
    @APIResponse(responseCode = "200", description = "The visit as it now is")
    @APIResponse(responseCode = "409", description = "Too late, or not in a state that allows it")
    public Uni<RestResponse<AppointmentView>> cancel(@PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody(required = false) CancelRequest request) {
        Command command = command(id, ifMatch);
        return answer(appointments.cancel(command, request == null ? null : request.reason()), command.actor());
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Approve a pending visit")
    @APIResponse(responseCode = "200", description = "The visit as it now is")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it")
    public Uni<RestResponse<AppointmentView>> confirm(@PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NoFields body) {
        return change(AppointmentAction.CONFIRM, command(id, ifMatch));
    }

    @POST
    @Path("/{id}/check-in")
    @RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Note that the patient has arrived; also undoes a no-show")
    @APIResponse(responseCode = "200", description = "The visit as it now is")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it")
    public Uni<RestResponse<AppointmentView>> checkIn(@PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NoFields body) {
        return change(AppointmentAction.CHECK_IN, command(id, ifMatch));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed(Roles.DOCTOR)
    @Operation(summary = "Finish a visit, with notes")
    @APIResponse(responseCode = "200", description = "The visit as it now is")
    @APIResponse(responseCode = "409", description = "Not in a state that allows it")
    public Uni<RestResponse<AppointmentView>> complete(@PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody(required = false) CompleteRequest request) {
        Command command = command(id, ifMatch);
        return answer(appointments.complete(command, request == null ? null : request.notes()), command.actor());
    }

    @POST
    @Path("/{id}/no-show")
    @RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST })
    @Operation(summary = "Note, after the end, that the patient did not come")
    @APIResponse(responseCode = "200", description = "The visit as it now is")
    @APIResponse(responseCode = "409", description = "Not over yet, or not in a state that allows it")
    public Uni<RestResponse<AppointmentView>> noShow(@PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NoFields body) {
        return change(AppointmentAction.NO_SHOW, command(id, ifMatch));
    }

    private Uni<RestResponse<AppointmentView>> change(AppointmentAction action, Command command) {
        return answer(appointments.change(action, command), command.actor());
    }

    private Command command(UUID id, String ifMatch) {
        return new Command(id, Actor.of(caller), ifMatch);
    }

    private Uni<RestResponse<AppointmentView>> answer(Uni<Appointment> changed, Actor actor) {
        return changed.map(appointment -> RestResponse.ResponseBuilder.ok(views.view(appointment, actor))
                .tag(Integer.toString(appointment.version())).build());
    }
}
