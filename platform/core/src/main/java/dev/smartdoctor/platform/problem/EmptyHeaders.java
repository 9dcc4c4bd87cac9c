package dev.smartdoctor.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Drops headers that say nothing, for which the framework would refuse the request: a media type without a body, which many clients
 * send with an empty POST (415), and an Accept without a type (400).
 */
@ApplicationScoped
public class EmptyHeaders {
    private static final int EARLY = 1_000;

    void registerFilter(@Observes Filters filters) {
        filters.register(EmptyHeaders::drop, EARLY);
    }

    private static void drop(RoutingContext context) {
        MultiMap headers = context.request().headers();
        if (hasNoBody(context.request())) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
        String accept = headers.get(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            headers.remove(HttpHeaders.ACCEPT);
        }
        context.next();
    }

    /** HTTP/2 may have a body without announcing it. */
    private static boolean hasNoBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.version() != HttpVersion.HTTP_2 && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                && (length == null || "0".equals(length));
    }
}
