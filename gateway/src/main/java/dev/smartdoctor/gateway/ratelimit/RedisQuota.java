package dev.smartdoctor.gateway.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.smartdoctor.gateway.ratelimit.Bucket.Demand;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * The quotas of all replicas, in Redis: the generic cell rate algorithm in one script, by Redis' own clock, in whole
 * microseconds. A refusal writes nothing but what was given back.
 */
final class RedisQuota {
    /**
     * Runs on Redis 6.2 and later. KEYS: the bucket; ARGV: interval, burst, least, wanted, back (owed if
     * negative). Returns granted, wait.
     */
    static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
            local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
            local least, wanted, back = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
            local arrival = tonumber(redis.call('GET', KEYS[1]) or '0')
            if back > 0 then arrival = arrival - back * interval end
            arrival = math.max(now, arrival)
            if back < 0 then arrival = arrival - back * interval end
            local free = burst - math.ceil((arrival - now) / interval)
            local granted = 0
            if free >= least then granted = math.min(wanted, free) end
            if granted > 0 or back ~= 0 then
              arrival = arrival + granted * interval
              if arrival > now then
                redis.call('SET', KEYS[1], string.format('%.0f', arrival))
                redis.call('PEXPIRE', KEYS[1], math.ceil((arrival - now) / 1000))
              else
                redis.call('DEL', KEYS[1])
              end
            end
            if granted > 0 then return { granted, 0 } end
            return { 0, math.max(0, (least - free) * interval) }
            """;

    private final Vertx vertx;
    private final Redis redis;
    private final Duration patience;
    private volatile String sha;

    RedisQuota(Vertx vertx, Redis redis, Duration patience) {
        this.vertx = vertx;
        this.redis = redis;
        this.patience = patience;
    }

    /** Opens the first connection and hands over the script before anybody waits for it. */
    Future<Void> prepare() {
        return load().mapEmpty();
    }

    /**
     * Fails where Redis does not answer in time.
     *
     * @param late told what was granted nevertheless, when its answer comes after all
     */
    Future<Grant> take(Bucket bucket, Demand demand, Consumer<Grant> late) {
        Promise<Grant> promise = Promise.promise();
        long timer = vertx.setTimer(patience.toMillis(), expired -> promise.tryFail("Redis took too long"));
        run(bucket, demand).onComplete(answer -> {
            vertx.cancelTimer(timer);
            if (answer.succeeded()) {
                Response granted = answer.result();
                Grant grant = new Grant(granted.get(0).toLong(), granted.get(1).toLong());
                if (!promise.tryComplete(grant)) {
                    late.accept(grant);
                }
            } else {
                promise.tryFail(answer.cause());
            }
        });
        return promise.future();
    }

    private Future<Response> run(Bucket bucket, Demand demand) {
        String known = sha;
        if (known == null) {
            return load().compose(loaded -> redis.send(call(loaded, bucket, demand)));
        }
        return redis.send(call(known, bucket, demand)).recover(failure -> {
            boolean forgotten = failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
            return forgotten
                    ? load().compose(loaded -> redis.send(call(loaded, bucket, demand)))
                    : Future.failedFuture(failure);
        });
    }

    private Future<String> load() {
        return redis.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(SCRIPT)).map(Response::toString)
                .onSuccess(loaded -> sha = loaded);
    }

    private static Request call(String sha, Bucket bucket, Demand demand) {
        Request request = Request.cmd(Command.EVALSHA).arg(sha).arg(1).arg(bucket.key);
        for (long number : List.of(bucket.interval, bucket.burst, demand.least(), demand.wanted(),
                demand.back() - demand.owed())) {
            request.arg(number);
        }
        return request;
    }
}
