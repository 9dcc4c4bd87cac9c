package dev.smartdoctor.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.smartdoctor.platform.data.TableGauges;
import io.quarkus.runtime.StartupEvent;

/** Shows how much waits in the outbox and since when; every replica shows the same. */
@ApplicationScoped
class OutboxGauges {
    private static final String AGE = """
            SELECT coalesce(greatest(extract(epoch FROM now() - min(occurred_at)), 0), 0)::float8 FROM outbox""";

    private final OutboxConfig config;
    private final TableGauges gauges;

    OutboxGauges(OutboxConfig config, TableGauges gauges) {
        this.config = config;
        this.gauges = gauges;
    }

    void start(@Observes StartupEvent event) {
        if (config.stream().isPresent()) {
            gauges.register("outbox.rows", "Events that not every group has confirmed", "SELECT count(*) FROM outbox");
            gauges.register("outbox.oldest.seconds", "Age of the oldest of them", AGE);
        }
    }
}
