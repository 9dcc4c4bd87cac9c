package dev.smartdoctor.gateway.security;

import java.time.Duration;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Problem;
import dev.smartdoctor.gateway.route.Access;
import dev.smartdoctor.gateway.route.Cost;
import dev.smartdoctor.gateway.route.Route;
import dev.smartdoctor.gateway.route.RouteTable;
import dev.smartdoctor.platform.problem.NotFound;

/**
 * Denies by default: what the table does not hold is not found. Outside the reserved prefixes a GET that leads nowhere is a
 * question to the web client, which has addresses of its own.
 */
public final class RouteLookup implements Interceptor {
    private static final String[] RESERVED = { "/api", "/q", "/docs", "/internal", "/openapi.json", "/status",
            "/.well-known" };
    private static final Route WEB_CLIENT = new Route("GET", "/{client}", Access.PUBLIC, Cost.FREE, null, 0,
            Duration.ZERO);

    private final RouteTable table;

    public RouteLookup(RouteTable table) {
        this.table = table;
    }

    @Override
    public Outcome handle(Exchange exchange) {
        Route route = find(exchange.path(), exchange.request().method().name());
        if (exchange.hasBody() && exchange.contentLength() > route.maxBody()) {
            throw Problem.ofStatus(413);
        }
        exchange.route(route);
        return Outcome.NEXT;
    }

    private Route find(String path, String method) {
        RouteTable.Found found = table.find(path);
        if (found != null) {
            Route route = found.route(method);
            if (route == null) {
                throw Problem.ofStatus(405).header("Allow", found.allowed());
            }
            return route;
        }
        if (isReserved(path)) {
            throw new NotFound("resource");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw Problem.ofStatus(405).header("Allow", "GET, HEAD");
        }
        return WEB_CLIENT;
    }

    /** Also in other spellings, so that a client's index never answers what was meant for the interface. */
    private static boolean isReserved(String path) {
        for (String prefix : RESERVED) {
            int length = prefix.length();
            if (path.regionMatches(true, 0, prefix, 0, length)
                    && (path.length() == length || path.charAt(length) == '/')) {
                return true;
            }
        }
        return false;
    }
}
