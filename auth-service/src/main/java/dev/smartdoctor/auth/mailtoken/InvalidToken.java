package dev.smartdoctor.auth.mailtoken;

import java.util.List;

import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.FieldError;

/** 422: the link is unknown, used, replaced or too old; the answer does not say which. */
public class InvalidToken extends ApiException {
    public InvalidToken() {
        super(422, "VALIDATION_ERROR", "Validation failed", "One or more fields are not valid.");
        with("errors",
                List.of(new FieldError("token", "INVALID_TOKEN", "This link no longer works. Ask for a new one.")));
    }
}
