package dev.smartdoctor.appointment.availability;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.appointment.availability.SlotQuery.Dates;
import io.smallrye.mutiny.Uni;

/** The public listing of bookable times. */
@Path("/api/slots")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Slots")
public class SlotResource {

    private static final int DOCTOR_DAYS = 31;
    private static final int SPECIALTY_DAYS = 7;

    private final SlotService slots;

    public SlotResource(SlotService slots) {
        this.slots = slots;
    }

    @GET
    @Operation(summary = "Bookable times of a doctor (31 days at most) or of a specialty (7 days at most)")
    @APIResponse(responseCode = "200", description = "The slots, by start; times carry the location's offset")
    @APIResponse(responseCode = "422", description = "A parameter is missing or wrong")
    public Uni<SlotsView> list(@BeanParam @Valid SlotQuery query) {
        DoctorFilter filter = query.filter();
        Dates dates = query.dates(filter.doctorId() != null ? DOCTOR_DAYS : SPECIALTY_DAYS);
        return slots.slots(filter, query.visitTypeOrDefault(), dates.from(), dates.to());
    }

    @GET
    @Path("/days")
    @Operation(summary = "Number of bookable times and the first of them, per doctor and day (31 days at most)")
    @APIResponse(responseCode = "200", description = "Days that have any, by date")
    @APIResponse(responseCode = "422", description = "A parameter is missing or wrong")
    public Uni<DaySlotsView> days(@BeanParam @Valid SlotQuery query) {
        Dates dates = query.dates(DOCTOR_DAYS);
        return slots.days(query.filter(), query.visitTypeOrDefault(), dates.from(), dates.to());
    }
}
