package dev.smartdoctor.platform.outbox;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the relay that a commit may have left events. Kept apart from the relay so that transactions do not depend on it. The
 * flag is raised before the commit and lowered by whoever commits next: at worst the relay looks once in vain.
 */
@ApplicationScoped
public class RelayWakeUp {
    private final AtomicBoolean appended = new AtomicBoolean();
    private volatile Runnable listener = () -> {
    };

    void onWakeUp(Runnable action) {
        listener = action;
    }

    void eventAppended() {
        appended.set(true);
    }

    /** A transaction was committed: wakes the relay where any event was appended since. */
    public void afterCommit() {
        if (appended.get()) {
            appended.set(false);
            listener.run();
        }
    }
}
