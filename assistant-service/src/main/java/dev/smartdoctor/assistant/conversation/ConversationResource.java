package dev.smartdoctor.assistant.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.smartdoctor.assistant.language.Language;
import dev.smartdoctor.assistant.media.NotConfigured;
import dev.smartdoctor.platform.json.NoFields;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** One's own conversations. Others' are as if they did not exist. */
@Path("/api/assistant/conversations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
@Tag(name = "Assistant")
public class ConversationResource {

    private final ConversationService conversations;
    private final AnswerEvents events;
    private final StreamGuard guard;
    private final Caller caller;

    ConversationResource(ConversationService conversations, AnswerEvents events, StreamGuard guard, Caller caller) {
        this.conversations = conversations;
        this.events = events;
        this.guard = guard;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Begin a conversation")
    @APIResponseSchema(value = NewConversationView.class, responseCode = "201", responseDescription = "Its id")
    public Uni<RestResponse<NewConversationView>> begin(NoFields body) {
        return conversations.begin(caller.id())
                .map(id -> RestResponse.ResponseBuilder.ok(new NewConversationView(id))
                        .status(RestResponse.Status.CREATED)
                        .location(java.net.URI.create("/api/assistant/conversations/" + id)).build());
    }

    @GET
    @Operation(summary = "The own conversations")
    public Uni<Page<ConversationView>> list(@BeanParam @Valid PageRequest page) {
        return conversations.list(caller.id(), page);
    }

    @GET
    @Path("/{id}")
    public Uni<ConversationView> read(@PathParam("id") UUID id) {
        return conversations.read(id, caller.id());
    }

    @GET
    @Path("/{id}/messages")
    @Operation(summary = "What was said in a conversation")
    public Uni<Page<MessageView>> messages(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return conversations.messages(id, caller.id(), page);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Erase a conversation")
    public Uni<Void> erase(@PathParam("id") UUID id) {
        return conversations.erase(id, caller.id());
    }

    @POST
    @Path("/{id}/messages")
    @Operation(summary = "Say something", description = "Answered at once, or with Accept: text/event-stream as events.")
    @APIResponse(responseCode = "200", description = "The assistant's answer; as events: "
            + "token, triage, proposal, message, error, done")
    @APIResponse(responseCode = "409", description = "CONVERSATION_BUSY")
    @APIResponse(responseCode = "503", description = "NOT_CONFIGURED where an image is sent, or UNAVAILABLE")
    public Uni<AnswerView> say(@PathParam("id") UUID id, @NotNull @Valid MessageRequest message,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return answer(id, message, languages);
    }

    /**
     * The same answer as events; cut at the token's expiry or when the session is revoked. A guided answer is complete before
     * its first event, so it is sent in one piece, and what fails is still an ordinary problem body.
     */
    @POST
    @Path("/{id}/messages")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Uni<String> stream(@PathParam("id") UUID id, @NotNull @Valid MessageRequest message,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        UUID session = caller.sessionId();
        Instant expiry = caller.tokenExpiry();
        return answer(id, message, languages)
                .flatMap(said -> guard.guarded(Multi.createFrom().iterable(events.of(said)), session, expiry,
                        () -> events.error("SESSION_ENDED")).collect().asList())
                .map(sent -> String.join("", sent));
    }

    private Uni<AnswerView> answer(UUID id, MessageRequest message, String languages) {
        if (message.imageId() != null) {
            return Uni.createFrom().failure(new NotConfigured("pictures"));
        }
        return conversations.say(id, caller.id(), message.text(), Language.of(languages), caller.bearer());
    }
}
