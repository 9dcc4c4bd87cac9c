package dev.smartdoctor.gateway.exchange;

import java.time.Duration;

import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.HttpFailures;
import dev.smartdoctor.platform.problem.Problems;
import dev.smartdoctor.platform.problem.Unavailable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** The problem bodies (RFC 9457) that the gateway itself gives. */
public final class Problem {
    static final String MEDIA_TYPE = Problems.MEDIA_TYPE;

    private Problem() {
    }

    public static ApiException malformed() {
        return HttpFailures.ofStatus(400);
    }

    public static ApiException ofStatus(int status) {
        return HttpFailures.ofStatus(status);
    }

    /** A service that is down, too slow or too busy: to the client these are one and the same. */
    public static ApiException unavailable() {
        return new Unavailable("This part of Smart Doctor does not answer at the moment.", Duration.ofSeconds(2));
    }

    static ApiException internal() {
        return new ApiException(500, "INTERNAL_ERROR", "Internal error",
                "The request could not be completed. It has been recorded under the trace id.");
    }

    static Buffer body(ApiException problem, String path, String traceId) {
        JsonObject body = new JsonObject().put("type", "about:blank").put("title", problem.title())
                .put("status", problem.status()).put("detail", problem.detail()).put("instance", path)
                .put("code", problem.code()).put("traceId", traceId);
        problem.members().forEach(body::put);
        return body.toBuffer();
    }
}
