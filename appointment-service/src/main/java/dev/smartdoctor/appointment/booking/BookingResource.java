package dev.smartdoctor.appointment.booking;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import dev.smartdoctor.appointment.clinicaltext.ClinicalText;
import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.appointment.visit.Appointment;
import dev.smartdoctor.appointment.visit.AppointmentService.Command;
import dev.smartdoctor.appointment.visit.AppointmentView;
import dev.smartdoctor.appointment.visit.AppointmentViews;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Holds, bookings and reschedules: all that takes a doctor's time. */
@Path("/api/appointments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST })
@Tag(name = "Appointments")
@APIResponse(responseCode = "409", description = "SLOT_TAKEN with alternatives, PATIENT_BUSY, or a limit")
@APIResponse(responseCode = "422", description = "A field is wrong, or SLOT_NOT_OFFERED")
public class BookingResource {

    private final BookingService bookings;
    private final HoldService holds;
    private final RescheduleService reschedules;
    private final ClinicalText clinicalText;
    private final AppointmentViews views;
    private final Caller caller;

    public BookingResource(BookingService bookings, HoldService holds, RescheduleService reschedules,
            ClinicalText clinicalText, AppointmentViews views, Caller caller) {
        this.bookings = bookings;
        this.holds = holds;
        this.reschedules = reschedules;
        this.clinicalText = clinicalText;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Path("/holds")
    @Operation(summary = "Keep a slot for five minutes")
    @ResponseStatus(201)
    @APIResponseSchema(value = HoldView.class, responseCode = "201", responseDescription = "The hold")
    public Uni<HoldView> hold(@Valid @NotNull HoldRequest request) {
        return holds.hold(request, Actor.of(caller));
    }

    @DELETE
    @Path("/holds/{id}")
    @Operation(summary = "Give a slot back that is kept for the caller")
    @APIResponse(responseCode = "204", description = "It is free again")
    public Uni<Void> release(@PathParam("id") UUID id) {
        return holds.release(id, Actor.of(caller));
    }

    @POST
    @Operation(summary = "Book a visit; safe to repeat with the same Idempotency-Key")
    @APIResponse(responseCode = "201", description = "The visit, new or as it now is", headers = @Header(name = "Location", ref = "Location"), content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(responseCode = "400", description = "IDEMPOTENCY_KEY_REQUIRED")
    public Uni<RestResponse<AppointmentView>> book(
            @Parameter(required = true, description = "Of the client's own choice") @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull BookRequest request) {
        BookingCommand command = BookingCommand.of(Actor.of(caller), request, key);
        return bookings.book(command, clinicalText.fingerprint(command.canonical()))
                .map(booked -> answer(ResponseBuilder.created(URI.create("/api/appointments/" + booked.id())), booked,
                        command.actor()));
    }

    @POST
    @Path("/{id}/reschedule")
    @Operation(summary = "Move a visit to another time, or to another doctor's")
    @APIResponse(responseCode = "200", description = "The visit at its new time")
    public Uni<RestResponse<AppointmentView>> reschedule(@PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull RescheduleRequest request) {
        Command command = new Command(id, Actor.of(caller), ifMatch);
        return reschedules.reschedule(command, request)
                .map(moved -> answer(ResponseBuilder.ok(), moved, command.actor()));
    }

    private RestResponse<AppointmentView> answer(ResponseBuilder<AppointmentView> response, Appointment appointment,
            Actor actor) {
        return response.entity(views.view(appointment, actor)).tag(Integer.toString(appointment.version())).build();
    }
}
