package dev.smartdoctor.assistant.proposal;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.smartdoctor.platform.json.NoFields;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Confirming or declining what the assistant offered. */
@Path("/api/assistant/proposals/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
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
    public Uni<String> confirm(@PathParam("id") UUID id, NoFields body) {
        return proposals.confirm(id, caller.id(), caller.bearer()).map(appointment -> appointment.encode());
    }

    @POST
    @Path("/decline")
    public Uni<Void> decline(@PathParam("id") UUID id, NoFields body) {
        return proposals.decline(id, caller.id());
    }
}
