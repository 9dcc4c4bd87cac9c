package dev.smartdoctor.platform.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An answer has all fields of its schema, null or not, but for those that Jackson was told to leave out. What is also sent in
 * requests is left as it is: there absence has a meaning.
 */
final class AnswerFields {
    private final Map<String, Schema> schemas;
    private final Set<String> answered = new HashSet<>();
    private final Set<String> sent = new HashSet<>();
    /** {@code InboxItemView.appointmentId}, or {@code GrantView} where it may be any field. */
    private final Set<String> leftOut = new HashSet<>();

    AnswerFields(OpenAPI api, IndexView index) {
        this.schemas = api.getComponents().getSchemas();
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations().values().forEach(this::follow));
        for (AnnotationInstance annotation : index.getAnnotations(JsonInclude.class)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.CLASS) {
                leftOut.add(annotation.target().asClass().simpleName());
            } else if (annotation.target().kind() == AnnotationTarget.Kind.FIELD) {
                leftOut.add(annotation.target().asField().declaringClass().simpleName() + "."
                        + annotation.target().asField().name());
            }
        }
    }

    void require() {
        answered.removeAll(sent);
        answered.forEach(name -> {
            Schema schema = schemas.get(name);
            if (schema.getProperties() != null && !leftOut.contains(name)) {
                schema.getProperties().keySet().stream().filter(field -> !leftOut.contains(name + "." + field))
                        .filter(field -> schema.getRequired() == null || !schema.getRequired().contains(field))
                        .forEach(schema::addRequired);
            }
        });
    }

    private void follow(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                follow(answer.getContent(), answered);
            }
        });
        if (operation.getRequestBody() != null) {
            follow(operation.getRequestBody().getContent(), sent);
        }
    }

    private void follow(Content content, Set<String> found) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> follow(type.getSchema(), found));
        }
    }

    private void follow(Schema schema, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (schemas.containsKey(name) && found.add(name)) {
                follow(schemas.get(name), found);
            }
        }
        follow(schema.getItems(), found);
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(choice -> follow(choice, found));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> follow(property, found));
        }
    }
}
