package dev.smartdoctor.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What is sent together travels together, and whoever queues for a connection gets one. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class PoolQueueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CALLERS = 64;
    private static final int ROUNDS = Boolean.getBoolean("proof") ? 200 : 20;
    private static final String INSERT = "INSERT INTO thing (id, name) VALUES ($1, $2)";

    @Inject
    Transactions transactions;
    @Inject
    Pool pool;

    @BeforeEach
    void empty() {
        pool.query("TRUNCATE thing").executeAndAwait();
    }

    @AfterEach
    void giveBack() {
        TcpForwarder.giveBack();
    }

    @Test
    void servesEveryoneOfSixtyFour() {
        long kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<Throwable>> told = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int kind = caller % 4;
                Uni<Void> work = kind == 3 ? refused(round, caller) : twoRows(round, caller);
                if (kind == 2) {
                    cancelled(work);
                } else {
                    told.add(outcome(work));
                }
                kept += kind == 3 ? 0 : 2;
            }
            CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).orTimeout(PATIENCE.toSeconds(),
                    TimeUnit.SECONDS).join();
            assertThat(told).filteredOn(outcome -> outcome.join() == null).hasSize(CALLERS / 2);
            // The first statement that failed is what the caller hears of, not those that it took with it.
            assertThat(told).extracting(CompletableFuture::join).filteredOn(failure -> failure != null)
                    .hasSize(CALLERS / 4)
                    .allMatch(failure -> PostgresErrors.violates(failure, "thing_pk"));
        }
        long expected = kept;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(things()).isEqualTo(expected));
        TransactionsTest.assertThatPoolIsWhole(pool);
    }

    @Test
    void whatIsSentTogetherTravelsTogether() {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            TcpForwarder.silence();
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(connection
                        .query("INSERT INTO thing (id, name) VALUES (gen_random_uuid(), 'unheard " + i + "')")
                        .execute().replaceWithVoid().subscribeAsCompletionStage());
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(thingsByAnotherWay()).isEqualTo(3));
            assertThat(answers).noneMatch(CompletableFuture::isDone);
        } finally {
            TcpForwarder.giveBack();
            connection.closeAndAwait();
        }
    }

    private Uni<Void> twoRows(int round, int caller) {
        return transactions.inTransaction(tx -> together(List.of(insert(tx, UUID.randomUUID(), "one", round, caller),
                insert(tx, UUID.randomUUID(), "two", round, caller))));
    }

    /** Fails at its second statement of three. */
    private Uni<Void> refused(int round, int caller) {
        UUID twice = UUID.randomUUID();
        return transactions.inTransaction(tx -> together(List.of(insert(tx, twice, "one", round, caller),
                insert(tx, twice, "two", round, caller), insert(tx, UUID.randomUUID(), "three", round, caller))));
    }

    private static Uni<Void> together(List<Uni<Void>> statements) {
        return Uni.combine().all().unis(statements).discardItems();
    }

    private static Uni<Void> insert(SqlConnection tx, UUID id, String name, int round, int caller) {
        return tx.preparedQuery(INSERT).execute(Tuple.of(id, name + " of " + caller + " in " + round))
                .replaceWithVoid();
    }

    private static void cancelled(Uni<Void> work) {
        Cancellable subscription = work.subscribe().with(done -> {
        }, failure -> {
        });
        subscription.cancel();
    }

    private static CompletableFuture<Throwable> outcome(Uni<Void> work) {
        return work.onItemOrFailure().transform((done, failure) -> failure).subscribeAsCompletionStage();
    }

    private long things() {
        return pool.query("SELECT count(*) FROM thing").executeAndAwait().iterator().next().getLong(0);
    }

    private static long thingsByAnotherWay() throws SQLException {
        URI direct = URI.create(System.getProperty(DataTestResource.DIRECT_URL));
        try (Connection connection = DriverManager.getConnection("jdbc:" + direct, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM thing")) {
            count.next();
            return count.getLong(1);
        }
    }
}
