package dev.smartdoctor.platform.openapi;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

import dev.smartdoctor.platform.json.NoFields;
import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Says for every operation what the scanner cannot read from its method: which refusals it shares with others and in what form,
 * that a method without a result answers 204, that a version travels as ETag, which fields an answer always has, and that an object
 * without fields need not be sent.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String NO_FIELDS = SCHEMAS + NoFields.class.getSimpleName();

    private final IndexView index;

    public CommonAnswers(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        Refusal.describe(api.getComponents());
        api.getComponents().addHeader("ETag", Refusal.header("The version of what was answered, for If-Match"));
        api.getComponents().addHeader("Location", Refusal.header("Where it is from now on"));
        api.getPaths().getPathItems().values().forEach(
                path -> path.getOperations().values().forEach(operation -> complete(operation, api)));
        new AnswerFields(api, index).require();
    }

    private static void complete(Operation operation, OpenAPI api) {
        leaveOutEmptyBody(operation);
        Map<String, APIResponse> answers = new TreeMap<>(operation.getResponses().getAPIResponses());
        APIResponse created = answers.get("201");
        if (created != null && created.getContent() == null && created.getRef() == null) {
            // What the scanner takes for the answer of any POST without a result.
            answers.remove("201");
            answers.put("204", OASFactory.createAPIResponse().description("Done"));
        }
        answers.values().forEach(answer -> tellVersion(answer, api));
        Refusal.addTo(answers, operation);
        operation.setResponses(OASFactory.createAPIResponses());
        answers.forEach(operation.getResponses()::addAPIResponse);
    }

    /** An object without fields need not be sent. */
    private static void leaveOutEmptyBody(Operation operation) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent().getMediaTypes().values()
                .stream().anyMatch(type -> type.getSchema() != null && NO_FIELDS.equals(type.getSchema().getRef()))) {
            operation.getRequestBody().setRequired(false);
        }
    }

    private static void tellVersion(APIResponse answer, OpenAPI api) {
        MediaType json = answer.getContent() == null ? null : answer.getContent().getMediaType("application/json");
        String ref = json == null || json.getSchema() == null ? null : json.getSchema().getRef();
        Schema schema = ref == null ? null : api.getComponents().getSchemas().get(ref.substring(SCHEMAS.length()));
        if (schema != null && schema.getProperties() != null && schema.getProperties().containsKey("version")) {
            answer.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
        }
    }
}
