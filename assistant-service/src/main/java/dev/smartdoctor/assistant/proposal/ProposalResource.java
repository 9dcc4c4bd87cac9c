package dev.smartdoctor.assistant.proposal;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.json.NoFields;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Confirming or declining what the assistant offered. */
@Path("/api/assistant/proposals/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
@Tag(name = "Assistant")
public class ProposalResource {

    private final ProposalService proposals;
    private final Caller caller;

    public ProposalResource(ProposalService proposals, Caller caller) {
        this.proposals = proposals;
        this.caller = caller;
    }

    /** Answers the appointment as appointment-service tells it. */
    @POST
    @Path("/confirm")
    @Operation(summary = "Do what was offered, under the caller's own token; safe to repeat")
    @APIResponse(responseCode = "200", description = "The visit, as appointment-service tells it", content = @Content(schema = @Schema(ref = "AppointmentView")))
    @APIResponse(responseCode = "409", description = "PROPOSAL_EXPIRED, PROPOSAL_DECLINED, or "
            + "why a visit cannot be booked or changed so")
    public Uni<String> confirm(@PathParam("id") UUID id, NoFields body) {
        return proposals.confirm(id, caller.id(), caller.bearer()).map(appointment -> appointment.encode());
    }

    @POST
    @Path("/decline")
    @Operation(summary = "Decline what was offered")
    @APIResponse(responseCode = "204", description = "Declined")
    @APIResponse(responseCode = "409", description = "PROPOSAL_CONFIRMED")
    public Uni<Void> decline(@PathParam("id") UUID id, NoFields body) {
        return proposals.decline(id, caller.id());
    }
}
