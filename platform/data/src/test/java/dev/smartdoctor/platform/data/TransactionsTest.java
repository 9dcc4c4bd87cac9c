package dev.smartdoctor.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class TransactionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int POOL_SIZE = 16;

    @Inject
    Transactions transactions;
    @Inject
    Pool pool;

    @BeforeEach
    void empty() {
        pool.query("TRUNCATE thing").executeAndAwait();
    }

    @Test
    void keepsAllOrNothing() {
        UUID id = UUID.randomUUID();
        Throwable failure = transactions.inTransaction(tx -> insert(tx, id, "kept")
                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("after the insert"))))
                .onItemOrFailure().transform((item, thrown) -> thrown).await().atMost(PATIENCE);
        assertThat(failure).hasMessage("after the insert");
        assertThat(things()).isZero();
        transactions.inTransaction(tx -> insert(tx, id, "kept")).await().atMost(PATIENCE);
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void runsADeadlockedTransactionAgain() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        transactions.inTransaction(tx -> insert(tx, one, "one").chain(() -> insert(tx, two, "two"))).await()
                .atMost(PATIENCE);
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Void> forth = renameInOrder(one, two, "forth", runs);
        CompletableFuture<Void> back = renameInOrder(two, one, "back", runs);
        CompletableFuture.allOf(forth, back).orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
        // Whoever is undone may be quick enough to meet the other again.
        assertThat(runs.get()).as("one of the two ran again").isGreaterThanOrEqualTo(3);
    }

    /** Of statements sent together, the answer that says why may come last. */
    @Test
    void runsAgainWhatFailedForAnotherStatementsSake() {
        UUID id = UUID.randomUUID();
        AtomicInteger runs = new AtomicInteger();
        Uni<Void> work = transactions.inTransaction(tx -> {
            Uni<Void> twice = insert(tx, id, "one").chain(() -> insert(tx, id, "two"));
            return runs.incrementAndGet() > 1
                    ? twice
                    : twice.onFailure().recoverWithNull().chain(() -> insert(tx, UUID.randomUUID(), "three"));
        });
        Throwable failure = work.onItemOrFailure().transform((item, thrown) -> thrown).await().atMost(PATIENCE);
        assertThat(PostgresErrors.violates(failure, "thing_pk")).isTrue();
        assertThat(runs.get()).isEqualTo(2);
    }

    private CompletableFuture<Void> renameInOrder(UUID first, UUID second, String name, AtomicInteger runs) {
        return transactions.inTransaction(tx -> {
            int run = runs.incrementAndGet();
            return rename(tx, first, name + run)
                    .chain(() -> tx.query("SELECT pg_sleep(0.3)").execute())
                    .chain(() -> rename(tx, second, name + run + "-second"));
        }).subscribeAsCompletionStage();
    }

    @Test
    void tellsWhichConstraintWasViolated() {
        transactions.inTransaction(tx -> insert(tx, UUID.randomUUID(), "same")).await().atMost(PATIENCE);
        Throwable failure = transactions.inTransaction(tx -> insert(tx, UUID.randomUUID(), "same"))
                .onItemOrFailure().transform((item, thrown) -> thrown).await().atMost(PATIENCE);
        Throwable wrapped = new RuntimeException(new IllegalStateException(failure));
        assertThat(PostgresErrors.violates(wrapped, "thing_name_unique")).isTrue();
        assertThat(PostgresErrors.violates(wrapped, "thing_pk")).isFalse();
        assertThat(PostgresErrors.sqlState(wrapped)).contains(PostgresErrors.UNIQUE_VIOLATION);
        assertThat(PostgresErrors.isTransient(wrapped)).isFalse();
        assertThat(PostgresErrors.constraint(new IllegalStateException("other"))).isEmpty();
    }

    @Test
    void finishesWhatACancelledCallerBegan() {
        int calls = Boolean.getBoolean("proof") ? 10_000 : 500;
        for (int done = 0; done < calls; done += POOL_SIZE * 5) {
            List<Cancellable> subscriptions = new ArrayList<>();
            for (int i = done; i < Math.min(calls, done + POOL_SIZE * 5); i++) {
                String name = "cancelled " + i;
                subscriptions.add(transactions
                        .inTransaction(tx -> insert(tx, UUID.randomUUID(), name)
                                .chain(() -> tx.query("SELECT pg_sleep(0.001)").execute()))
                        .subscribe().with(item -> {
                        }, failure -> {
                        }));
            }
            subscriptions.forEach(Cancellable::cancel);
            long expected = Math.min(calls, done + POOL_SIZE * 5L);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(things()).isEqualTo(expected));
        }
        assertThatPoolIsWhole(pool);
    }

    /** A transaction that is under way goes on by itself; its second try needs somebody who still waits for it. */
    @Test
    void runsAgainWhatACancelledCallerBegan() {
        AtomicInteger runs = new AtomicInteger();
        Cancellable caller = transactions.inTransaction(tx -> {
            Uni<Void> work = insert(tx, UUID.randomUUID(), "kept");
            return runs.incrementAndGet() > 1 ? work : work.chain(() -> failForTheMoment(tx));
        }).subscribe().with(item -> {
        }, failure -> {
        });
        caller.cancel();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(things()).isEqualTo(1));
        assertThat(runs).hasValue(2);
    }

    private static Uni<Void> failForTheMoment(SqlConnection tx) {
        return tx.query("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$").execute()
                .replaceWithVoid();
    }

    /** All connections can be held at once, less the one on which the relay listens. */
    static void assertThatPoolIsWhole(Pool pool) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            List<SqlConnection> held = new ArrayList<>();
            try {
                for (int i = 0; i < POOL_SIZE - 2; i++) {
                    held.add(pool.getConnection().await().atMost(Duration.ofSeconds(1)));
                }
            } finally {
                held.forEach(SqlConnection::closeAndAwait);
            }
            assertThat(held).hasSize(POOL_SIZE - 2);
        });
    }

    private long things() {
        return pool.query("SELECT count(*) FROM thing").executeAndAwait().iterator().next().getLong(0);
    }

    private static Uni<Void> insert(SqlConnection tx, UUID id, String name) {
        return tx.preparedQuery("INSERT INTO thing (id, name) VALUES ($1, $2)").execute(Tuple.of(id, name))
                .replaceWithVoid();
    }

    private static Uni<Void> rename(SqlConnection tx, UUID id, String name) {
        return tx.preparedQuery("UPDATE thing SET name = $2 WHERE id = $1").execute(Tuple.of(id, name))
                .replaceWithVoid();
    }
}
