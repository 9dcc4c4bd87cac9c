package dev.smartdoctor.platform.problem;

import java.util.List;

/** 422: the request was understood and names fields that cannot be accepted; every one of them is listed. */
public final class ValidationFailed extends ApiException {
    public ValidationFailed(String field, String code, String message) {
        this(List.of(new FieldError(field, code, message)));
    }

    public ValidationFailed(List<FieldError> errors) {
        super(422, "VALIDATION_ERROR", "Validation failed", "One or more fields are not valid.");
        with("errors", List.copyOf(errors));
    }
}
