package dev.smartdoctor.assistant.triage;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.assistant.language.Language;
import io.smallrye.mutiny.Uni;

/** Triage for anyone, without an account; nothing is kept and nothing is logged of what was told. */
@Path("/api/assistant/triage")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistant")
public class TriageResource {

    private final TriageService triage;

    public TriageResource(TriageService triage) {
        this.triage = triage;
    }

    @POST
    @PermitAll
    @Operation(summary = "How urgent it is, and whom to see; nothing is kept")
    public Uni<TriageView> triage(@NotNull @Valid TriageRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return triage.triage(request, Language.of(languages));
    }
}
