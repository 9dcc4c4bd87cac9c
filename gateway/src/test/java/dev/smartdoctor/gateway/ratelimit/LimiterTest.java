package dev.smartdoctor.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

class LimiterTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void givesOutItsShareAloneWhileRedisIsAway() {
        Redis nobody = Redis.createClient(vertx, "redis://127.0.0.1:1");
        Limiter limiter = new Limiter(vertx, new RedisQuota(vertx, nobody, Duration.ofMillis(500)), 3);
        Bucket bucket = limiter.bucket("limit:user:changes:someone", 60);
        assertThat(IntStream.range(0, 60).filter(i -> isGranted(limiter, bucket)).count())
                .as("a third of the quota, and one every three seconds").isBetween(20L, 22L);
        assertThat(limiter.isAlone()).isTrue();
    }

    private static boolean isGranted(Limiter limiter, Bucket bucket) {
        CompletableFuture<Long> told = new CompletableFuture<>();
        long verdict = limiter.take(bucket, 1, told::complete);
        return (verdict < 0 ? told.orTimeout(5, TimeUnit.SECONDS).join() : verdict) == 0;
    }
}
