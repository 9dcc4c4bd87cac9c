package dev.smartdoctor.appointment.visit;

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

/** A visit for other services; never routed by the gateway. */
@Path("/internal/appointments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Internal")
public class InternalAppointmentResource {

    private final AppointmentService appointments;

    public InternalAppointmentResource(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One visit, with what a mail needs to say")
    public Uni<InternalAppointmentView> get(@PathParam("id") UUID id) {
        return appointments.getForService(id).map(InternalAppointmentView::of);
    }
}
