package dev.smartdoctor.gateway.security;

import java.util.Set;
import java.util.stream.Collectors;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.platform.problem.Forbidden;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * Lets the listed origins read answers in a browser. Preflights are answered here and never reach a service; a request of an
 * unlisted origin goes on without the headers, since the browser keeps its answer from the page.
 */
public final class Cors implements Interceptor {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, "
            + "If-None-Match, Last-Event-ID, Traceparent, X-Request-Id, X-Requested-With";
    private static final String EXPOSED = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";

    private final Set<String> origins;
    private final boolean every;

    public Cors(CorsConfig config) {
        origins = config.origins().orElse(Set.of()).stream().map(String::trim).collect(Collectors.toSet());
        every = origins.contains("*");
    }

    @Override
    public Outcome handle(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        String origin = request.headers().get(HttpHeaders.ORIGIN);
        if (origin == null) {
            return Outcome.NEXT;
        }
        boolean listed = every || origins.contains(origin);
        if (request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            return preflight(exchange, origin, listed);
        }
        if (listed) {
            exchange.answerHeaders("access-control-allow-origin", origin, "access-control-allow-credentials", "true",
                    "access-control-expose-headers", EXPOSED, "vary", "Origin");
        }
        return Outcome.NEXT;
    }

    private static Outcome preflight(Exchange exchange, String origin, boolean listed) {
        if (!listed) {
            throw new Forbidden("This origin may not call Smart Doctor.");
        }
        exchange.answer(204).putHeader("access-control-allow-origin", origin)
                .putHeader("access-control-allow-credentials", "true")
                .putHeader("access-control-allow-methods", METHODS)
                .putHeader("access-control-allow-headers", HEADERS).putHeader("access-control-max-age", "600")
                .putHeader("vary", "Origin").end();
        exchange.ended();
        return Outcome.TAKEN;
    }
}
