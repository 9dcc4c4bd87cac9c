package dev.smartdoctor.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Gives what fails outside a resource method (no such route, body above the limit) the same problem body. */
@ApplicationScoped
public class RouteProblems {
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final int BEFORE_ALL = 10_000;
    private static final int AFTER_ALL = Integer.MAX_VALUE;

    private final Problems problems;
    private final long maxBody;
    private final BodyHandler counting;

    RouteProblems(Problems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.problems = problems;
        this.maxBody = maxBody.asLongValue();
        this.counting = BodyHandler.create(false).setBodyLimit(this.maxBody);
    }

    void registerFilter(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, BEFORE_ALL);
    }

    void registerRoutes(@Observes Router router) {
        router.route().order(AFTER_ALL).handler(context -> answer(context, new NotFound("resource")));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    /**
     * Told before the server reads the body, since it would answer 413 without a body: by the announced length, and without
     * one by counting. Forms are left to their own reader, which keeps files out of memory.
     */
    private void refuseLargeBody(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 12 || Long.parseLong(length) > maxBody)) {
            answer(context, HttpFailures.ofStatus(413));
        } else if (isUnannounced(context, length)) {
            counting.handle(context);
        } else {
            context.next();
        }
    }

    private static boolean isUnannounced(RoutingContext context, String length) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean form = type != null && (type.regionMatches(true, 0, "multipart/", 0, 10)
                || type.regionMatches(true, 0, FORM_TYPE, 0, FORM_TYPE.length()));
        return length == null && !form && context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void fail(RoutingContext context) {
        if (context.response().headWritten() || Problems.isCallerGone(context.failure())) {
            // Too late to tell the caller, and no fault of ours to tell the log.
            context.request().connection().close();
        } else if (context.failure() != null) {
            answer(context, problems.explain(context.failure()));
        } else {
            int status = context.statusCode();
            answer(context, status >= 500
                    ? problems.explain(new IllegalStateException("status " + status))
                    : HttpFailures.ofStatus(status));
        }
    }

    private void answer(RoutingContext context, ApiException problem) {
        if (problem.status() == 413) {
            // The rest of the body is not read.
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        var response = context.response().setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        response.end(problems.body(problem, context.request().path()));
    }
}
