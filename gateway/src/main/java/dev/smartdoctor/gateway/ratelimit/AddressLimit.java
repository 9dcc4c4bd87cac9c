package dev.smartdoctor.gateway.ratelimit;

import java.util.Locale;
import java.util.Objects;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Slot;
import dev.smartdoctor.gateway.route.Cost;
import dev.smartdoctor.gateway.route.Cost.Quota;

/** Finds out where a request comes from and charges that address, before anything dear such as a signature is looked at. */
public final class AddressLimit implements Interceptor {
    private static final Slot<Origin> ORIGIN = new Slot<>(Origin.class);

    private final Limiter limiter;
    private final RateLimitPolicy policy;
    private final TrustedProxies proxies;
    private final Charge charge;

    AddressLimit(Limiter limiter, RateLimitPolicy policy, TrustedProxies proxies) {
        this.limiter = limiter;
        this.policy = policy;
        this.proxies = proxies;
        this.charge = new Charge(limiter, "address");
    }

    /** Remembered per connection: who is behind it, by what the proxy says, and that address' buckets. */
    private record Origin(String forwardedFor, String address, boolean trustedPeer, Bucket[] buckets) {}

    @Override
    public Outcome handle(Exchange exchange) {
        Origin origin = origin(exchange);
        exchange.client(origin.address(), isSecure(exchange, origin));
        Cost cost = exchange.route().cost();
        if (policy.isUnlimited() || cost.units() == 0) {
            return Outcome.NEXT;
        }
        return charge.to(bucket(origin, cost.quota()), exchange, nothing -> {
        });
    }

    /** Undoes the charge of a request that was refused for another reason than its address. */
    void putBack(Exchange exchange) {
        Cost cost = exchange.route().cost();
        bucket(origin(exchange), cost.quota()).putBack(cost.units());
    }

    private Origin origin(Exchange exchange) {
        Origin last = ORIGIN.get(exchange.connection());
        if (last != null && !last.trustedPeer()) {
            return last;
        }
        String peer = exchange.connection().peer();
        boolean trusted = proxies.trusts(peer);
        String forwardedFor = trusted ? String.join(",", exchange.request().headers().getAll("x-forwarded-for")) : null;
        if (last != null && Objects.equals(last.forwardedFor(), forwardedFor)) {
            return last;
        }
        Origin origin = new Origin(forwardedFor, proxies.client(peer, forwardedFor), trusted,
                new Bucket[Quota.values().length]);
        ORIGIN.set(exchange.connection(), origin);
        return origin;
    }

    private Bucket bucket(Origin origin, Quota quota) {
        Bucket known = origin.buckets()[quota.ordinal()];
        if (known != null && limiter.isKnown(known)) {
            return known;
        }
        String key = "limit:address:" + quota.name().toLowerCase(Locale.ROOT) + ':'
                + TrustedProxies.bucketOf(origin.address());
        Bucket bucket = limiter.bucket(key, policy.perAddress(quota));
        origin.buckets()[quota.ordinal()] = bucket;
        return bucket;
    }

    private static boolean isSecure(Exchange exchange, Origin origin) {
        return exchange.connection().isSecure()
                || origin.trustedPeer() && "https".equals(exchange.request().headers().get("x-forwarded-proto"));
    }
}
