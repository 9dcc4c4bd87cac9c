package dev.smartdoctor.platform.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import dev.smartdoctor.platform.data.TableGauges;
import io.quarkus.runtime.StartupEvent;

/** Shows how many events wait for an administrator; every replica shows the same. */
@ApplicationScoped
class DeadLetterGauge {
    private final Instance<EventHandler> handlers;
    private final TableGauges gauges;

    DeadLetterGauge(@Any Instance<EventHandler> handlers, TableGauges gauges) {
        this.handlers = handlers;
        this.gauges = gauges;
    }

    void start(@Observes StartupEvent event) {
        if (!handlers.isUnsatisfied()) {
            gauges.register("dead.letters", "Events given up and not yet done again",
                    "SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL");
        }
    }
}
