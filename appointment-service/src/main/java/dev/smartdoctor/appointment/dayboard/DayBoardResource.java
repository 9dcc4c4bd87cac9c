package dev.smartdoctor.appointment.dayboard;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.appointment.visit.AppointmentService;
import dev.smartdoctor.appointment.visit.AppointmentView;
import dev.smartdoctor.appointment.visit.AppointmentViews;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.ValidationFailed;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** The day board, without the cancelled visits. */
@Path("/api/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Day board")
public class DayBoardResource {

    private final AppointmentService appointments;
    private final Caller caller;
    private final AppointmentViews views;

    public DayBoardResource(AppointmentService appointments, AppointmentViews views, Caller caller) {
        this.appointments = appointments;
        this.caller = caller;
        this.views = views;
    }

    @GET
    @Path("/day")
    @RolesAllowed({ Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
    @Operation(summary = "The visits of a day: a doctor's own, or the house's for reception and administration")
    public Uni<Page<AppointmentView>> day(@QueryParam("date") LocalDate date, @QueryParam("doctorId") UUID doctorId,
            @BeanParam @Valid PageRequest page) {
        if (date == null) {
            throw new ValidationFailed("date", "REQUIRED", "A date is needed.");
        }
        Actor actor = Actor.of(caller);
        return appointments.day(date, doctorId, page, actor)
                .map(found -> found.map(appointment -> views.view(appointment, actor)));
    }
}
