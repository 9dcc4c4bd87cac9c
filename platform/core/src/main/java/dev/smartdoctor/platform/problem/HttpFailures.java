package dev.smartdoctor.platform.problem;

import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JacksonException;

/** What the HTTP layer itself refuses: unknown path, wrong method, wrong media type, too large a body. */
public final class HttpFailures {
    private HttpFailures() {
    }

    static ApiException explain(WebApplicationException failure, Problems problems) {
        if (failure instanceof BadParameter bad) {
            return bad.explain();
        }
        int status = failure.getResponse().getStatus();
        if (status == 400 && failure.getCause() instanceof JacksonException) {
            return JsonFailures.malformed();
        }
        if (status >= 500) {
            return problems.explain(failure.getCause() == null ? failure : failure.getCause());
        }
        ApiException known = ofStatus(status);
        String allowed = failure.getResponse().getHeaderString("Allow");
        return allowed == null ? known : known.header("Allow", allowed);
    }

    /** The problem of a bare status of the 4xx family. */
    public static ApiException ofStatus(int status) {
        return switch (status) {
            case 401 -> new Unauthenticated();
            case 403 -> new Forbidden("Your role does not allow this.");
            case 404 -> new NotFound("resource");
            case 405 -> new ApiException(405, "METHOD_NOT_ALLOWED", "Method not allowed",
                    "This resource does not offer that method.");
            case 406 -> new ApiException(406, "NOT_ACCEPTABLE", "Not acceptable",
                    "This resource cannot answer in a media type of the Accept header.");
            case 413 -> new ApiException(413, "BODY_TOO_LARGE", "Body too large", "The body is above the limit.");
            case 414 -> new ApiException(414, "URI_TOO_LONG", "URI too long", "The address is above the limit.");
            case 415 -> new ApiException(415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type",
                    "Send the body in a documented media type, mostly application/json.");
            case 431 ->
                new ApiException(431, "HEADERS_TOO_LARGE", "Headers too large", "The headers are above the limit.");
            default ->
                new ApiException(400, "MALFORMED_REQUEST", "Malformed request", "The request cannot be understood.");
        };
    }
}
