package dev.smartdoctor.assistant.model;

import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.assistant.specialty.SentenceEmbeddings;
import dev.smartdoctor.assistant.triage.TriageService;

/** Which engine answers; holds nothing an outsider must not know. */
@Path("/api/assistant/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistant")
public class StatusResource {

    private final ModelConfig config;
    private final SentenceEmbeddings embeddings;
    private final TriageService triage;

    public StatusResource(ModelConfig config, SentenceEmbeddings embeddings, TriageService triage) {
        this.config = config;
        this.embeddings = embeddings;
        this.triage = triage;
    }

    @GET
    @PermitAll
    @Operation(summary = "Which engine answers now, and why")
    public StatusView status() {
        String reason = switch (config.provider()) {
            case GUIDED -> "LLM_PROVIDER is guided.";
            case AUTO -> "No model is wired in this release, so auto means guided.";
            case OLLAMA, OPENAI ->
                "LLM_PROVIDER asks for a model, but none is wired in this release; guided answers instead.";
        };
        return new StatusView(TriageService.ENGINE, config.provider().name().toLowerCase(Locale.ROOT), reason,
                embeddings.state(), triage.engine().rulesVersion());
    }
}
