package dev.smartdoctor.platform.problem;

import java.util.List;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Jackson's complaints about a body that is JSON but not the JSON asked for. The rejected value is never repeated. */
final class JsonFailures {
    private JsonFailures() {
    }

    static ApiException explain(JsonMappingException failure) {
        if (failure.getCause() instanceof com.fasterxml.jackson.core.JsonParseException) {
            return malformed();
        }
        String field = field(failure.getPath());
        if (failure instanceof UnrecognizedPropertyException) {
            return new ValidationFailed(field, "UNKNOWN_FIELD", "This field is not known here.");
        }
        if (field.isEmpty()) {
            return new ValidationFailed("body", "INVALID_TYPE", "A JSON object of the documented form is expected.");
        }
        return new ValidationFailed(field, "INVALID_TYPE", "This value is not of the documented type.");
    }

    static ApiException malformed() {
        return new ApiException(400, "MALFORMED_REQUEST", "Malformed request", "The body is not well-formed JSON.");
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder name = new StringBuilder();
        for (JsonMappingException.Reference reference : path) {
            if (reference.getFieldName() == null) {
                name.append('[').append(reference.getIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return name.toString();
    }
}
