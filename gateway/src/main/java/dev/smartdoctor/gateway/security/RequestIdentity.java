package dev.smartdoctor.gateway.security;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;

/** Keeps the client's {@code X-Request-Id} where it is harmless; else the trace id stands for it. */
public final class RequestIdentity implements Interceptor {
    private static final int LONGEST = 64;

    @Override
    public Outcome handle(Exchange exchange) {
        String given = exchange.request().headers().get("x-request-id");
        if (given != null && isHarmless(given)) {
            exchange.requestId(given);
        }
        return Outcome.NEXT;
    }

    private static boolean isHarmless(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean harmless = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-'
                    || c == '_' || c == '.';
            if (!harmless) {
                return false;
            }
        }
        return true;
    }
}
