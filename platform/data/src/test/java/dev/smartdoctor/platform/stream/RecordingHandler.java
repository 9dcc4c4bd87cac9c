package dev.smartdoctor.platform.stream;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.trace.TraceIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes down what it hears, and fails where a test tells it to. */
@ApplicationScoped
public class RecordingHandler implements EventHandler {
    private static final String INSERT = """
            INSERT INTO effect (event_id, aggregate_id, version, traceparent) VALUES ($1, $2, $3, $4)""";

    private final Map<UUID, AtomicInteger> failuresLeft = new ConcurrentHashMap<>();

    @Override
    public String stream() {
        return "test.events";
    }

    @Override
    public Set<String> types() {
        return Set.of("thing.happened");
    }

    @Override
    public Uni<Void> handle(SqlConnection tx, DomainEvent event) {
        Uni<Void> effect = tx.preparedQuery(INSERT)
                .execute(Tuple.of(event.id(), event.aggregateId(), event.version(), TraceIds.traceparent()))
                .replaceWithVoid();
        AtomicInteger left = failuresLeft.get(event.id());
        return left != null && left.getAndDecrement() > 0
                ? effect.onItem().failWith(() -> new IllegalStateException("told to fail"))
                : effect;
    }

    /** The next so many deliveries of this event fail, after their effect and before their commit. */
    public void fail(UUID eventId, int times) {
        failuresLeft.put(eventId, new AtomicInteger(times));
    }
}
