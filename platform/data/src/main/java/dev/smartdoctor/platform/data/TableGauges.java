package dev.smartdoctor.platform.data;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Numbers out of the service's tables as metrics. They are asked for at a fixed pace, not by whoever reads the metrics, and are
 * NaN while the database does not answer: an old number would say that nothing is wrong.
 */
@ApplicationScoped
public class TableGauges {
    private static final Logger LOG = Logger.getLogger(TableGauges.class);
    private static final long BETWEEN_READINGS_MS = 15_000;

    private final MeterRegistry meters;
    private final Pool pool;
    private final Vertx vertx;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();

    TableGauges(MeterRegistry meters, Pool pool, Vertx vertx) {
        this.meters = meters;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(BETWEEN_READINGS_MS, timer -> readAll().subscribe().with(done -> {
        }));
    }

    /** @param query answers one row whose only column is a number */
    public void register(String name, String description, String query) {
        Reading reading = new Reading(query);
        Gauge.builder(name, reading, shown -> shown.value).description(description).register(meters);
        readings.add(reading);
        read(reading).subscribe().with(done -> {
        });
    }

    /** Reads every number now; one after the other, on one connection at most. */
    public Uni<Void> readAll() {
        return Multi.createFrom().iterable(readings).onItem().transformToUniAndConcatenate(this::read)
                .collect().last();
    }

    private Uni<Void> read(Reading reading) {
        return pool.query(reading.query).execute().map(rows -> rows.iterator().next().getDouble(0))
                .onFailure().invoke(failure -> LOG.debugf("A table cannot be read: %s", failure.toString()))
                .onFailure().recoverWithItem(Double.NaN)
                .invoke(value -> reading.value = value).replaceWithVoid();
    }

    private static final class Reading {
        private final String query;
        private volatile double value = Double.NaN;

        private Reading(String query) {
            this.query = query;
        }
    }
}
