package dev.smartdoctor.platform.outbox;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the relay that a commit may have left events. Kept apart from the relay so that transactions do not depend on it. A
 * transaction notes the count before it begins: where it has grown by its commit, the relay looks, at worst once in vain.
 */
@ApplicationScoped
public class RelayWakeUp {
    private final AtomicLong appended = new AtomicLong();
    private volatile Runnable listener = () -> {
    };

    void onWakeUp(Runnable action) {
        listener = action;
    }

    void eventAppended() {
        appended.incrementAndGet();
    }

    /** How many events were ever appended: to be noted before a transaction begins. */
    public long count() {
        return appended.get();
    }

    /** A transaction was committed: wakes the relay where any event was appended since the count was noted. */
    public void afterCommit(long countBefore) {
        if (appended.get() != countBefore) {
            listener.run();
        }
    }
}
