package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Entries have ids of our own here, and are trimmed exactly rather than by whole blocks, so that each one counts. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class StreamTrimmingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEPT = 3;

    @Inject
    Vertx vertx;

    @Inject
    Redis redis;

    @Inject
    Pool admin;

    private final String stream = "trimmed." + UUID.randomUUID();
    private Pool pool;

    @BeforeEach
    void prepare() {
        pool = SeparateQueue.pool(admin, vertx, "stream-trimming-test");
    }

    @AfterEach
    void close() {
        pool.closeAndAwait();
    }

    @Test
    void keepsTheNewestWhereEverythingIsConfirmed() {
        publish("1-0", "2-0", "3-0", "4-0", "5-0");
        trim();
        assertThat(entries()).containsExactly("3-0", "4-0", "5-0");
    }

    @Test
    void leavesAShortStreamAlone() {
        publish("1-0", "2-0", "3-0");
        trim();
        assertThat(entries()).hasSize(3);
    }

    @Test
    void keepsWhatAGroupHasNotConfirmedHoweverOld() {
        publish("1-0", "2-0", "9-0", "10-0", "11-0", "12-0", "13-0");
        unconfirmed("10-0", "2-0");
        trim();
        assertThat(entries()).startsWith("2-0").hasSize(6);
    }

    @Test
    void keepsWhatWasPublishedInTheSameMillisecondAsTheNewest() {
        publish("5-1", "5-2", "5-3", "5-9", "5-10", "5-11", "5-12");
        unconfirmed("5-9");
        trim();
        assertThat(entries()).startsWith("5-9");
    }

    private void trim() {
        new StreamTrimming(SeparateQueue.of(stream, List.of("one")).keeping(KEPT), new ExactTrimming(), pool,
                vertx.getDelegate()).trim().await()
                .atMost(PATIENCE);
    }

    private void publish(String... ids) {
        for (String id : ids) {
            redis.sendAndAwait(Request.cmd(Command.XADD).arg(stream).arg(id).arg("id").arg(id));
        }
    }

    private void unconfirmed(String... entryIds) {
        for (String entryId : entryIds) {
            pool.preparedQuery("""
                    INSERT INTO outbox (id, type, aggregate_type, aggregate_id, occurred_at, version, schema_version, payload,
                                        pending_groups, entry_id)
                    VALUES ($1, 'thing.happened', 'thing', $1, now(), 1, 1, '{}', '{one}', $2)""")
                    .executeAndAwait(Tuple.of(UUID.randomUUID(), entryId));
        }
    }

    private List<String> entries() {
        List<String> ids = new ArrayList<>();
        for (Response entry : redis.sendAndAwait(Request.cmd(Command.XRANGE).arg(stream).arg("-").arg("+"))) {
            ids.add(entry.get(0).toString());
        }
        return ids;
    }

    private final class ExactTrimming extends EventStream {
        private ExactTrimming() {
            super(redis);
        }

        @Override
        Uni<Void> trimBelow(String name, String entryId) {
            return redis.send(Request.cmd(Command.XTRIM).arg(name).arg("MINID").arg(entryId)).replaceWithVoid();
        }
    }
}
