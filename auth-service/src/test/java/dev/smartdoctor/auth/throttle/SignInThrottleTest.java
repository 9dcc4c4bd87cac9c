package dev.smartdoctor.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.mailtoken.DerivedCodes;
import dev.smartdoctor.auth.mailtoken.Purpose;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;

/** The throttle as several replicas have it, with a limit for addresses, which the service under test has switched off. */
@QuarkusTest
class SignInThrottleTest extends AuthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HASH = Duration.ofMillis(50);
    private static final Duration LONG_HASH = Duration.ofMillis(500);

    @Inject
    ThrottleRepository counts;

    @Inject
    Transactions transactions;

    @Inject
    DerivedCodes codes;

    @Inject
    Clock clock;

    @Inject
    Vertx vertx;

    private final AtomicInteger hashes = new AtomicInteger();
    private final String email = UUID.randomUUID() + "@mail.example";

    @BeforeEach
    void stopTheClock() {
        MutableClock.set(Instant.now());
    }

    @Test
    void guessesAtSeveralReplicasAtOnceGetNoFurtherThanAtOne() {
        List<SignInThrottle> replicas = List.of(replica(), replica(), replica(), replica());
        var guesses = IntStream.range(0, 80)
                .mapToObj(i -> guess(replicas.get(i % 4), email, "203.0.113.7").subscribeAsCompletionStage()).toList();
        assertThat(CompletableFuture.allOf(guesses.toArray(CompletableFuture[]::new))).succeedsWithin(PATIENCE);
        assertThat(hashes).hasValue(5);
    }

    @Test
    void addressIsSlowedDownWhateverAccountsItTries() {
        SignInThrottle throttle = replica();
        String address = "2001:db8:1:7:";
        for (int i = 0; i < 8; i++) {
            assertThat(failure(throttle, "a" + i + email, address + ":" + i)).isInstanceOf(InvalidCredentials.class);
        }
        assertThat(failure(throttle, "another" + email, address + ":99")).isInstanceOfSatisfying(TooManyAttempts.class,
                refusal -> assertThat(refusal.headers()).containsEntry("RateLimit", "\"sign-in-address\";r=0;t=1")
                        .containsEntry("RateLimit-Policy", "\"sign-in-address\";q=8;w=60"));
        assertThat(failure(throttle, "another" + email, "198.51.100.9")).isInstanceOf(InvalidCredentials.class);
        MutableClock.advance(Duration.ofSeconds(2));
        assertThat(failure(throttle, "another" + email, address + ":99")).isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void rightPasswordOfOneAccountForgivesNothingToTheAddress() {
        SignInThrottle throttle = replica();
        String address = "192.0.2.7";
        for (int i = 0; i < 8; i++) {
            failure(throttle, "b" + i + email, address);
        }
        MutableClock.advance(Duration.ofSeconds(10));
        Attempt own = new Attempt("own" + email, Optional.empty(), address);
        throttle.guard(own, () -> Uni.createFrom().item("in")).await().atMost(PATIENCE);
        failure(throttle, "c" + email, address);
        assertThat(failure(throttle, "d" + email, address)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void knownDeviceIsCountedByItself() {
        SignInThrottle throttle = replica();
        for (int i = 0; i < 5; i++) {
            failure(throttle, email, "198.51.100.20");
        }
        UUID device = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assertThat(failure(throttle, new Attempt(email, Optional.of(device), "198.51.100.20")))
                    .isInstanceOf(InvalidCredentials.class);
        }
        assertThat(failure(throttle, new Attempt(email, Optional.of(device), "198.51.100.20")))
                .as("a stolen device is no licence to guess").isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guesserWhoHangsUpGainsNothing() {
        SignInThrottle throttle = replica();
        for (int i = 0; i < 5; i++) {
            int expected = i + 1;
            Cancellable call = guess(throttle, new Attempt(email, Optional.empty(), "198.51.100.30"), LONG_HASH)
                    .subscribe().with(item -> {
                    });
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).untilAtomic(hashes, equalTo(expected));
            call.cancel();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(state().failures()).isEqualTo(expected));
        }
        assertThat(failure(throttle, email, "198.51.100.30")).isInstanceOf(TooManyAttempts.class);
        assertThat(hashes).hasValue(5);
    }

    private ThrottleState state() {
        byte[] key = codes.digest(Purpose.THROTTLE, "unknown " + email);
        return transactions.inTransaction(tx -> counts.lock(tx, key, clock.instant())).await().atMost(PATIENCE);
    }

    private Throwable failure(SignInThrottle throttle, String account, String address) {
        return guess(throttle, account, address).await().atMost(PATIENCE);
    }

    private Throwable failure(SignInThrottle throttle, Attempt attempt) {
        return guess(throttle, attempt).await().atMost(PATIENCE);
    }

    private Uni<Throwable> guess(SignInThrottle throttle, String account, String address) {
        return guess(throttle, new Attempt(account, Optional.empty(), address));
    }

    private Uni<Throwable> guess(SignInThrottle throttle, Attempt attempt) {
        return guess(throttle, attempt, HASH);
    }

    /** A wrong guess; answers how it failed. */
    private Uni<Throwable> guess(SignInThrottle throttle, Attempt attempt, Duration hash) {
        return throttle.guard(attempt, () -> {
            hashes.incrementAndGet();
            return Uni.createFrom().nullItem().onItem().delayIt().by(hash)
                    .onItem().failWith(ignored -> new InvalidCredentials());
        }).onItemOrFailure().transform((item, thrown) -> thrown);
    }

    private SignInThrottle replica() {
        return new SignInThrottle(counts, transactions, codes, clock, vertx, new FiveOfAnAccountEightOfAnAddress());
    }

    private static final class FiveOfAnAccountEightOfAnAddress implements ThrottleConfig {
        @Override
        public int freeFailures() {
            return 5;
        }

        @Override
        public Duration firstDelay() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestDelay() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration forgetAfter() {
            return Duration.ofHours(24);
        }

        @Override
        public int addressFreeFailures() {
            return 8;
        }

        @Override
        public Duration addressLongestDelay() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration reservationLifetime() {
            return Duration.ofMinutes(1);
        }
    }
}
