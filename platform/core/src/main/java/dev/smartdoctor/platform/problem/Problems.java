package dev.smartdoctor.platform.problem;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.smartdoctor.platform.trace.TraceIds;
import io.vertx.core.http.HttpClosedException;

/** Turns any failure into the problem body of the interface; what is not known becomes INTERNAL_ERROR, logged, not told. */
@ApplicationScoped
public class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int DEEPEST_CAUSE = 12;
    /** Quarkus' words where a body without an announced length turns out too large; it has answered 413 itself by then. */
    private static final String TOO_LARGE = "Request too large";

    private final ObjectMapper json;
    private final Instance<FailureTranslator> translators;

    Problems(ObjectMapper json, @Any Instance<FailureTranslator> translators) {
        this.json = json;
        this.translators = translators;
    }

    /** The nearest known failure among this one and its causes. */
    public ApiException explain(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof ApiException known) {
                return known;
            }
            if (cause instanceof IOException && TOO_LARGE.equals(cause.getMessage())) {
                return HttpFailures.ofStatus(413);
            }
            if (isCutBody(cause)) {
                return HttpFailures.ofStatus(400);
            }
            for (FailureTranslator translator : translators) {
                var translated = translator.translate(cause);
                if (translated.isPresent()) {
                    logFault(translated.get(), failure);
                    return translated.get();
                }
            }
        }
        ApiException unknown = new ApiException(500, "INTERNAL_ERROR", "Internal error",
                "The request could not be completed. It has been recorded under the trace id.");
        logFault(unknown, failure);
        return unknown;
    }

    /** The body as JSON text; {@code instance} is the path of the request without its query. */
    public String body(ApiException problem, String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", instance);
        body.put("code", problem.code());
        body.put("traceId", TraceIds.current());
        body.putAll(problem.members());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem body holds a member that JSON cannot express", e);
        }
    }

    /** That a connection was closed by its other end, seen by whoever was reading from it. */
    static boolean isCallerGone(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof ClosedChannelException;
    }

    /** The caller left in the midst of the body; a connection of our own that is lost does not come wrapped in this way. */
    private static boolean isCutBody(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof IOException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause != failure && isCallerGone(cause);
    }

    private static void logFault(ApiException problem, Throwable failure) {
        if (problem.status() == 500) {
            LOG.error("Request failed: " + problem.code(), failure);
        } else if (problem.status() > 500) {
            LOG.warnf("Request refused: %s (%s)", problem.code(), failure.getClass().getSimpleName());
        }
    }
}
