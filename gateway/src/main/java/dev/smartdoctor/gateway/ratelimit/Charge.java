package dev.smartdoctor.gateway.ratelimit;

import java.util.Locale;
import java.util.function.Consumer;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor.Outcome;
import dev.smartdoctor.platform.problem.ApiException;

/** Charges one request to one bucket, and words the refusal (draft-ietf-httpapi-ratelimit-headers). */
final class Charge {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Limiter limiter;
    private final String scope;

    Charge(Limiter limiter, String scope) {
        this.limiter = limiter;
        this.scope = scope;
    }

    /** @param onRefusal undoes what was charged before */
    Outcome to(Bucket bucket, Exchange exchange, Consumer<Exchange> onRefusal) {
        int units = exchange.route().cost().units();
        long verdict = limiter.take(bucket, units, later -> {
            if (later == 0) {
                exchange.proceed();
            } else {
                onRefusal.accept(exchange);
                exchange.refuse(refusal(exchange, bucket, later));
            }
        });
        if (verdict > 0) {
            onRefusal.accept(exchange);
            throw refusal(exchange, bucket, verdict);
        }
        return verdict == 0 ? Outcome.NEXT : Outcome.LATER;
    }

    private ApiException refusal(Exchange exchange, Bucket bucket, long waitNanos) {
        String name = '"' + scope + '-' + exchange.route().cost().quota().name().toLowerCase(Locale.ROOT) + '"';
        long seconds = (waitNanos + SECOND_NANOS - 1) / SECOND_NANOS;
        return new ApiException(429, "RATE_LIMIT", "Too many requests", "Try again in " + seconds + " s.")
                .header("Retry-After", Long.toString(seconds))
                .header("RateLimit", name + ";r=0;t=" + seconds)
                .header("RateLimit-Policy", name + ";q=" + bucket.burst + ";w=60");
    }
}
