package dev.smartdoctor.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import dev.smartdoctor.platform.problem.Problems;

/** The refusals that operations share, each with the operations that can answer so; all have one form of body. */
enum Refusal {
    MALFORMED_REQUEST(400, "The body is no JSON", Refusal::hasJson),
    UNAUTHENTICATED(401, "No token, or one that is not good any more", Refusal::needsToken),
    FORBIDDEN(403, "The caller's role does not allow this", Refusal::needsRole),
    NOT_FOUND(404, "There is no such thing, or not for the caller", operation -> has(operation, Parameter.In.PATH)),
    NOT_ACCEPTABLE(406, "Cannot be answered in a media type of the Accept header", Refusal::answersContent),
    VERSION_MISMATCH(412, "If-Match names another version", Refusal::heedsVersion),
    BODY_TOO_LARGE(413, "The body is above the limit", Refusal::hasBody),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another media type", Refusal::hasBody),
    VALIDATION_ERROR(422, "Not valid; errors names every field",
            operation -> hasJson(operation) || has(operation, Parameter.In.QUERY)),
    RATE_LIMIT(429, "Above a limit", operation -> true, "Retry-After", "RateLimit", "RateLimit-Policy"),
    INTERNAL_ERROR(500, "A fault of ours, recorded under the trace id", operation -> true),
    UNAVAILABLE(503, "Something that is needed is away or full", operation -> true, "Retry-After");

    /** Quarkus' words for what it adds to secured operations. */
    private static final Set<String> GENERATED = Set.of("Not Authorized", "Not Allowed");

    private final String status;
    private final String description;
    private final Predicate<Operation> possible;
    private final List<String> headers;

    Refusal(int status, String description, Predicate<Operation> possible, String... headers) {
        this.status = Integer.toString(status);
        this.description = description;
        this.possible = possible;
        this.headers = List.of(headers);
    }

    /** Adds what is possible and not described in the operation's own words; gives a body to what is. */
    static void addTo(Map<String, APIResponse> answers, Operation operation) {
        answers.values().removeIf(answer -> GENERATED.contains(answer.getDescription()));
        answers.forEach((status, answer) -> {
            if (status.compareTo("400") >= 0 && answer.getContent() == null) {
                answer.setContent(problem());
            }
        });
        for (Refusal refusal : values()) {
            APIResponse own = answers.get(refusal.status);
            if (own != null) {
                refusal.headers.forEach(name -> own.addHeader(name, OASFactory.createHeader().ref(name)));
            } else if (refusal.possible.test(operation)) {
                answers.put(refusal.status, OASFactory.createAPIResponse().ref(refusal.name()));
            }
        }
    }

    /** What the operations refer to. */
    static void describe(Components components) {
        for (Refusal refusal : values()) {
            APIResponse response = OASFactory.createAPIResponse().description(refusal.description).content(problem());
            refusal.headers.forEach(name -> response.addHeader(name, OASFactory.createHeader().ref(name)));
            components.addResponse(refusal.name(), response);
        }
        components.addHeader("Retry-After", header("Seconds after which to try again"));
        components.addHeader("RateLimit", header("What is left of the limit's quota"));
        components.addHeader("RateLimit-Policy", header("The limit: its quota q in a window of w seconds"));
        components.addSchema("FieldError", object(List.of("field", "code", "message")));
        Schema problem = object(List.of("type", "title", "detail", "instance", "code", "traceId"))
                .description("RFC 9457; single codes have members beyond these")
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true))
                .addRequired("status")
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY)
                        .items(OASFactory.createSchema().ref("FieldError")));
        components.addSchema("Problem", problem);
    }

    static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema object(List<String> texts) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        texts.forEach(name -> schema.addProperty(name, text()).addRequired(name));
        return schema;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Content problem() {
        return OASFactory.createContent().addMediaType(Problems.MEDIA_TYPE,
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem")));
    }

    private static boolean needsToken(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    private static boolean needsRole(Operation operation) {
        return needsToken(operation) && operation.getSecurity().stream()
                .anyMatch(need -> need.getSchemes().values().stream().anyMatch(roles -> !roles.isEmpty()));
    }

    private static boolean hasBody(Operation operation) {
        return operation.getRequestBody() != null;
    }

    private static boolean hasJson(Operation operation) {
        return hasBody(operation) && operation.getRequestBody().getContent().hasMediaType("application/json");
    }

    private static boolean has(Operation operation, Parameter.In place) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static boolean heedsVersion(Operation operation) {
        return has(operation, Parameter.In.HEADER) && operation.getParameters().stream()
                .anyMatch(parameter -> "If-Match".equalsIgnoreCase(parameter.getName()));
    }

    private static boolean answersContent(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith("2") && answer.getValue().getContent() != null);
    }
}
