package dev.smartdoctor.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.Unavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class HashingPoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HashingPool pool = new HashingPool(twoThreadsThreePlaces(), new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void hashesOnThreadsOfItsOwn() {
        assertThat(pool.submit(() -> Thread.currentThread().getName()).await().atMost(PATIENCE))
                .startsWith("hashing-");
    }

    @Test
    void refusesAtOnceWhatTheQueueCannotHold() {
        CountDownLatch gate = new CountDownLatch(1);
        var taken = IntStream.range(0, 8).mapToObj(i -> pool.submit(() -> {
            gate.await();
            return "hashed";
        }).subscribeAsCompletionStage()).toList();
        assertThatThrownBy(() -> pool.submit(() -> "never").await().atMost(PATIENCE)).isInstanceOf(Unavailable.class)
                .satisfies(refused -> assertThat(((ApiException) refused).headers()).containsEntry("Retry-After", "2"));
        gate.countDown();
        assertThat(taken).allSatisfy(hash -> assertThat(hash).succeedsWithin(PATIENCE));
        assertThat(pool.submit(() -> "again").await().atMost(PATIENCE)).isEqualTo("again");
    }

    @Test
    void failureOfTheWorkIsTheCallersAndCostsNoThread() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> pool.submit(() -> {
                throw new IllegalStateException("bad hash");
            }).await().atMost(PATIENCE)).hasMessage("bad hash");
        }
        assertThat(CompletableFuture.allOf(pool.submit(() -> 1).subscribeAsCompletionStage())).succeedsWithin(PATIENCE);
    }

    private static CredentialConfig twoThreadsThreePlaces() {
        return new CredentialConfig() {
            @Override
            public int cost() {
                return 4;
            }

            @Override
            public String pepper() {
                return "pepper";
            }

            @Override
            public String pepperId() {
                return "1";
            }

            @Override
            public Map<String, String> previousPeppers() {
                return Map.of();
            }

            @Override
            public Optional<Integer> threads() {
                return Optional.of(2);
            }

            @Override
            public int queuePerThread() {
                return 3;
            }
        };
    }
}
