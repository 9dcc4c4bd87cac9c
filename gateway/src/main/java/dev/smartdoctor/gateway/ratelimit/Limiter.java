package dev.smartdoctor.gateway.ratelimit;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

import org.jboss.logging.Logger;

import dev.smartdoctor.gateway.ratelimit.Bucket.Demand;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * All buckets of this process. Most requests are paid from a lease at once; the others wait for one question to Redis, which
 * they share with whoever else waits for the same bucket. While Redis is away each replica gives out its share by itself.
 */
public final class Limiter {
    private static final Logger LOG = Logger.getLogger(Limiter.class);
    private static final long AWAY_NANOS = 1_000_000_000L;
    private static final long FORGOTTEN_NANOS = 120_000_000_000L;

    private final Vertx vertx;
    private final RedisQuota redis;
    private final int replicas;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private volatile long redisAwayUntil;
    private volatile boolean redisAway;

    Limiter(Vertx vertx, RedisQuota redis, int replicas) {
        this.vertx = vertx;
        this.redis = redis;
        this.replicas = replicas;
    }

    /** Somebody who waits for units, on the event loop that it is told on. */
    static final class Waiter {
        private final Context context;
        private final int cost;
        private final LongConsumer told;
        private boolean allowed;

        Waiter(Context context, int cost, LongConsumer told) {
            this.context = context;
            this.cost = cost;
            this.told = told;
        }

        int cost() {
            return cost;
        }

        void allow() {
            allowed = true;
        }
    }

    Bucket bucket(String key, long perMinute) {
        // The user's part of a key was signed, and an address has to answer a handshake: neither can be made up at will.
        return buckets.computeIfAbsent(key, name -> new Bucket(name, perMinute));
    }

    /** Whether the bucket is still the one in use; a forgotten one is never charged again. */
    boolean isKnown(Bucket bucket) {
        return !bucket.isForgotten();
    }

    /** Whether Redis does not answer at the moment. */
    public boolean isAlone() {
        return redisAway;
    }

    /**
     * @return 0 where the units were granted at once, a number above 0 where they are refused for so many nanoseconds, and -1
     *         where {@code told} will be called with one or the other
     */
    long take(Bucket bucket, int cost, LongConsumer told) {
        long now = System.nanoTime();
        if (bucket.takeLeased(cost, now)) {
            return 0;
        }
        long refused = bucket.refusedFor(cost, now);
        if (refused > 0) {
            return refused;
        }
        if (bucket.await(new Waiter(vertx.getOrCreateContext(), cost, told))) {
            ask(bucket);
        }
        return -1;
    }

    private void ask(Bucket bucket) {
        long now = System.nanoTime();
        Demand demand = bucket.demand(now);
        if (redisAway && now - redisAwayUntil < 0) {
            share(bucket, alone(bucket, demand));
            return;
        }
        redis.take(bucket, demand, late -> bucket.owe(-demand.counted(late))).onComplete(answer -> {
            if (answer.succeeded()) {
                back();
                note(bucket, answer.result().units() - demand.back());
                share(bucket, answer.result());
            } else {
                away(answer.cause());
                share(bucket, alone(bucket, demand));
            }
        });
    }

    private void share(Bucket bucket, Grant grant) {
        long wait = Math.max(1, grant.waitMicros() * 1000);
        for (Waiter waiter : bucket.granted(grant, System.nanoTime())) {
            long verdict = waiter.allowed ? 0 : wait;
            waiter.context.runOnContext(ready -> waiter.told.accept(verdict));
        }
        if (bucket.mustAskAgain()) {
            ask(bucket);
        }
    }

    private Grant alone(Bucket bucket, Demand demand) {
        long share = Math.max(1, bucket.burst / replicas);
        Grant grant = bucket.local.take(System.nanoTime() / 1000, bucket.interval * replicas, share, demand.least(),
                demand.wanted(), demand.back());
        bucket.owe(demand.counted(grant));
        return grant;
    }

    private void note(Bucket bucket, long units) {
        bucket.local.note(System.nanoTime() / 1000, bucket.interval * replicas, units);
    }

    private void away(Throwable cause) {
        redisAwayUntil = System.nanoTime() + AWAY_NANOS;
        if (!redisAway) {
            LOG.warnf("Redis does not answer (%s): each gateway limits by itself", cause.getMessage());
        }
        redisAway = true;
    }

    private void back() {
        if (redisAway) {
            redisAway = false;
            LOG.info("Redis answers again: limits are shared again");
        }
    }

    /** To be called about twice a second: gives back what leases did not use, and forgets whoever has gone. */
    void sweep() {
        long now = System.nanoTime();
        buckets.values().removeIf(bucket -> bucket.forgetIfUnused(now, FORGOTTEN_NANOS));
        for (Bucket bucket : List.copyOf(buckets.values())) {
            long unused = bucket.takeUnused(now);
            if (unused > 0) {
                giveBack(bucket, unused);
            }
        }
    }

    private void giveBack(Bucket bucket, long unused) {
        note(bucket, -unused);
        if (redisAway) {
            bucket.owe(-unused);
            return;
        }
        redis.take(bucket, Demand.returning(bucket, unused), late -> bucket.owe(unused)).onFailure(cause -> {
            bucket.owe(-unused);
            away(cause);
        });
    }
}
