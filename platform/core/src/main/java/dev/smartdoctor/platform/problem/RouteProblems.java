package dev.smartdoctor.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Gives what fails outside a resource method (no such route, body above the limit) the same problem body. */
@ApplicationScoped
public class RouteProblems {
    private static final int BEFORE_ALL = 10_000;
    private static final int AFTER_ALL = Integer.MAX_VALUE;

    private final Problems problems;
    private final long maxBody;

    RouteProblems(Problems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.problems = problems;
        this.maxBody = maxBody.asLongValue();
    }

    void registerFilter(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, BEFORE_ALL);
    }

    void registerRoutes(@Observes Router router) {
        router.route().order(AFTER_ALL).handler(context -> answer(context, new NotFound("resource")));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    /** Told before the body is read: otherwise the server answers 413 without a body. */
    private void refuseLargeBody(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 12 || Long.parseLong(length) > maxBody)) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(context, HttpFailures.ofStatus(413));
        } else {
            context.next();
        }
    }

    private void fail(RoutingContext context) {
        if (context.response().headWritten()) {
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
        var response = context.response().setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        response.end(problems.body(problem, context.request().path()));
    }
}
