package dev.smartdoctor.gateway.security;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Problem;

/**
 * Refuses at once a body that no route takes. Head and address are bounded before, by {@link FramingGuard}; the bound of the
 * single route is asked once the route is known, and counted again while a chunked body passes.
 */
public final class SizeLimits implements Interceptor {
    private static final long LARGEST_OF_ALL = 10 * 1024 * 1024;

    @Override
    public Outcome handle(Exchange exchange) {
        if (exchange.hasBody() && exchange.contentLength() > LARGEST_OF_ALL) {
            throw Problem.ofStatus(413);
        }
        return Outcome.NEXT;
    }
}
