package dev.smartdoctor.platform.stream;

import java.util.Set;

import dev.smartdoctor.platform.outbox.DomainEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * What a service does when it hears of an event. One bean per stream; the platform runs its consumer. Delivery is at least once,
 * the effect happens once: it commits together with the inbox row, so it may consist of statements on {@code tx} only.
 */
public interface EventHandler {

    /** The stream, such as {@code auth.events}. */
    String stream();

    /** The types that mean something here; others are confirmed untouched. */
    Set<String> types();

    Uni<Void> handle(SqlConnection tx, DomainEvent event);

    /** Called after the effect was committed, to wake whoever works on it; must not fail and is not promised after a crash. */
    default void afterCommit() {
    }
}
