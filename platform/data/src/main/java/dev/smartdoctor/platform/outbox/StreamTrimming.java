package dev.smartdoctor.platform.outbox;

import java.util.Comparator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/** Keeps the stream from growing for ever: drops entries older than the newest few, but none that a group still has to confirm. */
@ApplicationScoped
class StreamTrimming {
    private static final Logger LOG = Logger.getLogger(StreamTrimming.class);
    private static final long INTERVAL_MS = 60_000;
    private static final String OLDEST_UNCONFIRMED = """
            SELECT entry_id FROM outbox WHERE entry_id IS NOT NULL
             ORDER BY split_part(entry_id, '-', 1)::bigint, split_part(entry_id, '-', 2)::bigint LIMIT 1""";

    private static final Comparator<String> BY_PLACE = Comparator.<String>comparingLong(id -> part(id, 0))
            .thenComparingLong(id -> part(id, 1));

    private final OutboxConfig config;
    private final EventStream stream;
    private final Pool pool;
    private final Vertx vertx;

    StreamTrimming(OutboxConfig config, EventStream stream, Pool pool, Vertx vertx) {
        this.config = config;
        this.stream = stream;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (config.stream().isPresent()) {
            vertx.setPeriodic(INTERVAL_MS, timer -> trim().subscribe().with(done -> {
            }, failure -> LOG.warnf("The stream could not be trimmed: %s", failure.toString())));
        }
    }

    Uni<Void> trim() {
        String name = config.stream().orElseThrow();
        return stream.idOfNewest(name, config.keepInStream())
                .chain(newest -> newest == null ? Uni.createFrom().voidItem() : trimBelow(name, newest));
    }

    private Uni<Void> trimBelow(String name, String newest) {
        return pool.query(OLDEST_UNCONFIRMED).execute()
                .map(rows -> rows.size() == 0 ? newest : older(newest, rows.iterator().next().getString(0)))
                .chain(id -> stream.trimBelow(name, id));
    }

    private static String older(String one, String other) {
        return BY_PLACE.compare(one, other) <= 0 ? one : other;
    }

    /** The milliseconds before the dash, or the number within that millisecond after it. */
    private static long part(String entryId, int index) {
        return Long.parseLong(entryId.split("-")[index]);
    }
}
