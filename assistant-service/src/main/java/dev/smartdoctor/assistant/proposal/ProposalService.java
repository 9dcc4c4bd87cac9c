package dev.smartdoctor.assistant.proposal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.appointments.AppointmentRefused;
import dev.smartdoctor.assistant.appointments.Appointments;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.Conflict;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/**
 * Does what was offered, once. The proposal's id is the booking's idempotency key, so a confirmation that is sent twice, or
 * whose answer was lost, ends in the same visit.
 */
@ApplicationScoped
public class ProposalService {

    private final ProposalRepository proposals;
    private final ProposalSigner signer;
    private final Appointments appointments;
    private final Transactions transactions;
    private final Clock clock;

    public ProposalService(ProposalRepository proposals, ProposalSigner signer, Appointments appointments,
            Transactions transactions, Clock clock) {
        this.proposals = proposals;
        this.signer = signer;
        this.appointments = appointments;
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<JsonObject> confirm(UUID id, UUID ownerId, String bearer) {
        return transactions.withConnection(connection -> proposals.read(connection, id, ownerId))
                .flatMap(proposal -> proposal.isConfirmed()
                        ? appointments.appointment(bearer, proposal.appointmentId())
                        : carryOut(proposal, bearer));
    }

    private Uni<JsonObject> carryOut(Proposal proposal, String bearer) {
        if (proposal.isDeclined()) {
            return Uni.createFrom()
                    .failure(new Conflict("PROPOSAL_DECLINED", "This offer was declined or no longer stands."));
        }
        if (!clock.instant().isBefore(proposal.expiresAt())) {
            return Uni.createFrom()
                    .failure(new Conflict("PROPOSAL_EXPIRED", "This offer has expired; please ask again."));
        }
        return done(proposal, bearer).flatMap(appointment -> transactions
                .inTransaction(
                        tx -> proposals.confirmed(tx, proposal.id(), UUID.fromString(appointment.getString("id"))))
                .replaceWith(appointment));
    }

    private Uni<JsonObject> done(Proposal proposal, String bearer) {
        ProposalTerms terms = proposal.terms();
        return switch (proposal.kind()) {
            case BOOK -> appointments.book(bearer, proposal.id(), booking(proposal));
            case CANCEL -> unlessDone(proposal, bearer,
                    appointments.cancel(bearer, terms.appointmentId(), terms.version()));
            case RESCHEDULE -> unlessDone(proposal, bearer, appointments.reschedule(bearer, terms.appointmentId(),
                    terms.version(), new JsonObject().put("start", terms.start().toString()).put("doctorId",
                            terms.doctorId().toString())));
        };
    }

    /**
     * A visit that has changed since it was offered is left alone; unless it changed into just what was wished, as after a confirmation
     * whose answer was lost.
     */
    private Uni<JsonObject> unlessDone(Proposal proposal, String bearer, Uni<JsonObject> change) {
        return change.onFailure(ProposalService::isOfAnotherVersion).recoverWithUni(
                refusal -> appointments.appointment(bearer, proposal.terms().appointmentId())
                        .map(visit -> {
                            if (!isAsWished(proposal, visit)) {
                                throw (AppointmentRefused) refusal;
                            }
                            return visit;
                        }));
    }

    private static boolean isOfAnotherVersion(Throwable failure) {
        return failure instanceof AppointmentRefused refused && refused.status() == 412;
    }

    private static boolean isAsWished(Proposal proposal, JsonObject visit) {
        ProposalTerms terms = proposal.terms();
        boolean cancelled = "cancelled".equals(visit.getString("status"));
        return proposal.kind() == ProposalKind.CANCEL
                ? cancelled
                : !cancelled && terms.start().isEqual(OffsetDateTime.parse(visit.getString("start")))
                        && terms.doctorId().toString().equals(visit.getJsonObject("doctor").getString("id"));
    }

    private JsonObject booking(Proposal proposal) {
        ProposalTerms terms = proposal.terms();
        JsonObject body = new JsonObject().put("doctorId", terms.doctorId().toString()).put("start",
                terms.start().toString());
        putIfThere(body, "visitType", terms.visitType());
        putIfThere(body, "reason", terms.reason());
        putIfThere(body, "summary", terms.report());
        if (terms.level() != null) {
            body.put("triageProof", signer.triageProof(proposal));
        }
        return body;
    }

    private static void putIfThere(JsonObject body, String field, String value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    Uni<Void> decline(UUID id, UUID ownerId) {
        return transactions.inTransaction(tx -> proposals.read(tx, id, ownerId)
                .flatMap(proposal -> proposal.isConfirmed()
                        ? Uni.createFrom()
                                .failure(new Conflict("PROPOSAL_CONFIRMED", "This offer was already carried out."))
                        : proposals.declined(tx, id)));
    }
}
