package dev.smartdoctor.gateway.ratelimit;

import java.util.ArrayList;
import java.util.List;

import dev.smartdoctor.gateway.ratelimit.Limiter.Waiter;

/**
 * One counted thing (a user's changes, an address' reads) as this process sees it: a small lease of units, taken from Redis
 * and good for a second, and whoever waits for the next. A lease grows while the demand does, so that a burst is not one
 * question to Redis each, and a single request takes no more than it needs.
 */
final class Bucket {
    private static final long LEASE_NANOS = 1_000_000_000L;
    private static final int LEASES_PER_QUOTA = 8;

    final String key;
    final long burst;
    final long interval;
    final Gcra local = new Gcra();
    private final long largestLease;
    private final List<Waiter> waiting = new ArrayList<>();
    private long units;
    /** Units that this process granted by itself, or Redis after all, and the other does not know of. */
    private long owed;
    private long goodUntil;
    private long lease = 1;
    private long refusedUntil;
    private long refusedUnits;
    private long lastUsed;
    private boolean asking;
    private volatile boolean forgotten;

    Bucket(String key, long perMinute) {
        this.key = key;
        this.lastUsed = System.nanoTime();
        this.burst = perMinute;
        this.interval = Math.max(1, Gcra.MINUTE_MICROS / perMinute);
        this.largestLease = Math.max(1, perMinute / LEASES_PER_QUOTA);
    }

    /** Takes from the lease; false where Redis must be asked. */
    synchronized boolean takeLeased(int cost, long now) {
        lastUsed = now;
        if (units < cost || now - goodUntil > 0) {
            return false;
        }
        units -= cost;
        return true;
    }

    synchronized void putBack(int cost) {
        units += cost;
    }

    /** Nanoseconds for which it is already known that so much will not be granted; 0 where it is not known. */
    synchronized long refusedFor(int cost, long now) {
        return refusedUntil != 0 && cost >= refusedUnits ? Math.max(0, refusedUntil - now) : 0;
    }

    /** Joins those who wait; true for the first, who has to ask. */
    synchronized boolean await(Waiter waiter) {
        waiting.add(waiter);
        boolean first = !asking;
        asking = true;
        return first;
    }

    /** What to ask for, giving back what was left of the lease before. */
    synchronized Demand demand(long now) {
        long least = waiting.get(0).cost();
        long needed = waiting.stream().mapToLong(Waiter::cost).sum();
        boolean eager = now - goodUntil < 0;
        lease = eager ? Math.min(lease * 2, largestLease) : 1;
        Demand demand = new Demand(least, Math.max(needed, lease), units, owed);
        units = 0;
        owed = 0;
        return demand;
    }

    /** What Redis does not know of yet, to be told with the next question. */
    synchronized void owe(long more) {
        owed += more;
    }

    /** Shares out what was granted, and hands the list of those who waited to the caller, who tells them. */
    synchronized List<Waiter> granted(Grant grant, long now) {
        units += grant.units();
        goodUntil = now + LEASE_NANOS;
        refusedUntil = 0;
        List<Waiter> answered = new ArrayList<>(waiting.size());
        if (grant.units() == 0) {
            refusedUnits = waiting.get(0).cost();
            refusedUntil = now + grant.waitMicros() * 1000;
            answered.addAll(waiting);
            waiting.clear();
        } else {
            while (!waiting.isEmpty() && waiting.get(0).cost() <= units) {
                Waiter waiter = waiting.remove(0);
                waiter.allow();
                units -= waiter.cost();
                answered.add(waiter);
            }
        }
        asking = !waiting.isEmpty();
        return answered;
    }

    synchronized boolean mustAskAgain() {
        return asking;
    }

    /** Units of a lease that has run out, to be given back; the bucket no longer has them. */
    synchronized long takeUnused(long now) {
        if (asking || units == 0 || now - goodUntil <= 0) {
            return 0;
        }
        long unused = units;
        units = 0;
        return unused;
    }

    synchronized boolean forgetIfUnused(long now, long afterNanos) {
        forgotten = !asking && units == 0 && now - lastUsed > afterNanos;
        return forgotten;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /** {@code back}: units of the lease that were not used; {@code owed}: units given out that Redis has not counted. */
    record Demand(long least, long wanted, long back, long owed) {

        /** Nobody wants anything: only gives back. */
        static Demand returning(Bucket bucket, long unused) {
            return new Demand(bucket.burst + 1, 0, unused, 0);
        }

        /** By how much the count rises in all, once so much is granted. */
        long counted(Grant grant) {
            return grant.units() - back + owed;
        }
    }
}
