package dev.smartdoctor.gateway.security;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.platform.problem.Forbidden;

/** Keeps out whoever has none of the route's roles. */
public final class RouteRoles implements Interceptor {

    @Override
    public Outcome handle(Exchange exchange) {
        var access = exchange.route().access();
        if (access.needsToken() && !access.allows(exchange.caller().roles())) {
            throw new Forbidden("Your role does not allow this.");
        }
        return Outcome.NEXT;
    }
}
