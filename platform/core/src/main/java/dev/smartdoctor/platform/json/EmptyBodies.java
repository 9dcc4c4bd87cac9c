package dev.smartdoctor.platform.json;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * A media type without a body says nothing. Many clients send one with an empty POST, and what needs no body would answer them 415.
 */
@ApplicationScoped
public class EmptyBodies {
    private static final int EARLY = 1_000;

    void registerFilter(@Observes Filters filters) {
        filters.register(EmptyBodies::dropMediaType, EARLY);
    }

    private static void dropMediaType(RoutingContext context) {
        MultiMap headers = context.request().headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        boolean announcesItsBody = context.request().version() != HttpVersion.HTTP_2;
        if (announcesItsBody && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && (length == null || "0".equals(length))) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
        context.next();
    }
}
