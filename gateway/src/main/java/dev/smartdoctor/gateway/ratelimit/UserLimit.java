package dev.smartdoctor.gateway.ratelimit;

import java.util.Locale;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Slot;
import dev.smartdoctor.gateway.route.Cost;
import dev.smartdoctor.gateway.route.Cost.Quota;

/** Charges the person who is signed in. What this refuses is not charged to the address either. */
public final class UserLimit implements Interceptor {
    private static final Slot<Purse> PURSE = new Slot<>(Purse.class);

    private final Limiter limiter;
    private final RateLimitPolicy policy;
    private final AddressLimit addresses;
    private final Charge charge;

    UserLimit(Limiter limiter, RateLimitPolicy policy, AddressLimit addresses) {
        this.limiter = limiter;
        this.policy = policy;
        this.addresses = addresses;
        this.charge = new Charge(limiter, "user");
    }

    /** Remembered per connection: the buckets of the person who used it last. */
    private record Purse(String subject, Bucket[] buckets) {}

    @Override
    public Outcome handle(Exchange exchange) {
        Cost cost = exchange.route().cost();
        // Signing in is counted by address alone: who holds a token is not thereby guessing somebody's password.
        if (exchange.caller() == null || policy.isUnlimited() || cost.units() == 0 || cost == Cost.SIGN_IN) {
            return Outcome.NEXT;
        }
        return charge.to(bucket(exchange, cost.quota()), exchange, addresses::putBack);
    }

    private Bucket bucket(Exchange exchange, Quota quota) {
        String subject = exchange.caller().subject();
        Purse purse = PURSE.get(exchange.connection());
        if (purse == null || !purse.subject().equals(subject)) {
            purse = new Purse(subject, new Bucket[Quota.values().length]);
            PURSE.set(exchange.connection(), purse);
        }
        Bucket known = purse.buckets()[quota.ordinal()];
        if (known != null && limiter.isKnown(known)) {
            return known;
        }
        Bucket bucket = limiter.bucket("limit:user:" + quota.name().toLowerCase(Locale.ROOT) + ':' + subject,
                policy.perUser(quota));
        purse.buckets()[quota.ordinal()] = bucket;
        return bucket;
    }
}
