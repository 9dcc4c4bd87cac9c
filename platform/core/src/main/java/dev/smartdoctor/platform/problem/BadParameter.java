package dev.smartdoctor.platform.problem;

import jakarta.ws.rs.WebApplicationException;

/** A path or query parameter that is not of its type: an id in the path finds nothing, a query parameter is named. */
public final class BadParameter extends WebApplicationException {
    private final String name;
    private final boolean inPath;

    public BadParameter(String name, boolean inPath) {
        super(inPath ? 404 : 422);
        this.name = name;
        this.inPath = inPath;
    }

    ApiException explain() {
        return inPath
                ? new NotFound("resource")
                : new ValidationFailed(name, "INVALID_TYPE", "This value is not of the documented type.");
    }
}
