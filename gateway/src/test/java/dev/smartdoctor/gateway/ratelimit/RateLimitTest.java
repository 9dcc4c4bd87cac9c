package dev.smartdoctor.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.gateway.testing.RawClient.Answer;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class RateLimitTest {

    @Inject
    Doors doors;

    @Inject
    Redis redis;

    @Inject
    RateLimits limits;

    @AfterEach
    void mendTheLine() {
        RawClient.redisLine("mend");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (RawClient client = new RawClient(doors.port())) {
                client.request("GET", "/api/doctors");
            }
            return !limits.areLocal();
        });
    }

    private static String someone() {
        return "Authorization: Bearer " + TestTokens.user(UUID.randomUUID(), Roles.PATIENT);
    }

    private static Answer change(RawClient client, String who) {
        return client.request("POST", "/api/appointments", who);
    }

    /** How many of so many changes were let through, and that all others were refused. */
    private static long allowed(RawClient client, String who, int tries) {
        return IntStream.range(0, tries).filter(i -> change(client, who).status() == 200).count();
    }

    @Test
    void letsAMinutesQuotaPassAtOnceAndNotOneMore() {
        String who = someone();
        try (RawClient client = new RawClient(doors.port())) {
            for (int i = 1; i <= 60; i++) {
                assertThat(change(client, who).status()).as("request %d", i).isEqualTo(200);
            }
            Answer refused = change(client, who);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("RATE_LIMIT");
            assertThat(refused.header("retry-after")).isEqualTo("1");
            assertThat(refused.header("ratelimit")).isEqualTo("\"user-changes\";r=0;t=1");
            assertThat(refused.header("ratelimit-policy")).isEqualTo("\"user-changes\";q=60;w=60");
            assertThat(client.request("GET", "/api/appointments", who).status()).as("reads are counted apart")
                    .isEqualTo(200);
            assertThat(change(client, someone()).status()).as("so are other people").isEqualTo(200);
        }
    }

    @Test
    void isExactOverManyConnections() {
        String who = someone();
        String address = RawClient.freshAddress();
        long start = System.nanoTime();
        long passed = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try (RawClient client = new RawClient(doors.port(), address)) {
                return allowed(client, who, 20);
            }
        }, command -> new Thread(command).start())).toList().stream().mapToLong(CompletableFuture::join).sum();
        assertThat(passed).isBetween(60L, 61L + refilled(start, 1));
    }

    @Test
    void doesNotChargeWhatItRefuses() {
        String who = someone();
        try (RawClient client = new RawClient(doors.port())) {
            allowed(client, who, 60);
            for (int i = 0; i < 100; i++) {
                change(client, who);
            }
            await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMillis(1500))
                    .until(() -> change(client, who).status() == 200);
        }
    }

    @Test
    void chargesMoreForWhatIsDear() {
        String who = someone();
        try (RawClient client = new RawClient(doors.port())) {
            long passed = IntStream.range(0, 60)
                    .filter(i -> client.request("POST", "/api/assistant/conversations/1/messages", who).status() == 200)
                    .count();
            assertThat(passed).isBetween(30L, 31L);
        }
    }

    @Test
    void countsAnAddressForTenUsers() {
        String address = RawClient.freshAddress();
        long start = System.nanoTime();
        long passed = 0;
        for (int user = 0; user < 11; user++) {
            try (RawClient client = new RawClient(doors.port(), address)) {
                passed += allowed(client, someone(), 60);
            }
        }
        assertThat(passed).isBetween(600L, 605L + refilled(start, 10));
        try (RawClient client = new RawClient(doors.port(), address)) {
            assertThat(client.request("POST", "/api/auth/login").status()).as("signing in is apart").isEqualTo(200);
        }
    }

    @Test
    void countsSignInsByAddress() {
        long start = System.nanoTime();
        try (RawClient client = new RawClient(doors.port())) {
            long passed = IntStream.range(0, 700).filter(i -> client.request("POST", "/api/auth/login").status() == 200)
                    .count();
            assertThat(passed).isBetween(600L, 605L + refilled(start, 10));
            assertThat(client.request("POST", "/api/auth/login").header("ratelimit-policy"))
                    .isEqualTo("\"address-sign_ins\";q=600;w=60");
        }
    }

    @Test
    void asksRedisLessOftenThanItIsAsked() {
        String who = someone();
        try (RawClient client = new RawClient(doors.port())) {
            change(client, who);
            long before = scriptCalls();
            allowed(client, who, 50);
            assertThat(scriptCalls() - before).isBetween(2L, 24L);
        }
    }

    @Test
    void givesBackWhatALeaseDidNotUse() {
        String who = someone();
        try (RawClient client = new RawClient(doors.port())) {
            allowed(client, who, 40);
            await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
            assertThat(allowed(client, who, 40)).isBetween(22L, 25L);
        }
    }

    @Test
    void limitsByItselfWhileRedisIsAway() {
        String who = someone();
        RawClient.redisLine("cut");
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(allowed(client, who, 80)).isBetween(60L, 64L);
            assertThat(limits.areLocal()).isTrue();
        }
    }

    @Test
    void outlivesAnEmptiedRedis() {
        redis.send(Request.cmd(Command.SCRIPT).arg("FLUSH")).await().atMost(Duration.ofSeconds(2));
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(allowed(client, someone(), 61)).isEqualTo(60);
            assertThat(limits.areLocal()).isFalse();
        }
    }

    @Test
    void leavesNothingBehindInRedis() {
        UUID user = UUID.randomUUID();
        try (RawClient client = new RawClient(doors.port())) {
            allowed(client, "Authorization: Bearer " + TestTokens.user(user, Roles.PATIENT), 30);
        }
        assertThat(redis.send(Request.cmd(Command.PTTL).arg("limit:user:changes:" + user)).await()
                .atMost(Duration.ofSeconds(2)).toLong()).as("milliseconds until it is forgotten")
                .isBetween(1L, 60_000L);
    }

    private static long refilled(long sinceNanos, int perSecond) {
        return (System.nanoTime() - sinceNanos) * perSecond / 1_000_000_000L;
    }

    private long scriptCalls() {
        String stats = redis.send(Request.cmd(Command.INFO).arg("commandstats")).await().atMost(Duration.ofSeconds(2))
                .toString();
        return stats.lines().filter(line -> line.startsWith("cmdstat_evalsha:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("^[^=]*:calls=(\\d+),.*", "$1"))).sum();
    }
}
