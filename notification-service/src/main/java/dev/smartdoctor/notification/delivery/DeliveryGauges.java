package dev.smartdoctor.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.smartdoctor.platform.data.TableGauges;
import io.quarkus.runtime.StartupEvent;

/** Shows how many mails were tried in vain; every replica shows the same. */
@ApplicationScoped
class DeliveryGauges {
    private final TableGauges gauges;

    DeliveryGauges(TableGauges gauges) {
        this.gauges = gauges;
    }

    void start(@Observes StartupEvent event) {
        gauges.register("deliveries.failing", "Mails that were tried and will be tried again",
                "select count(*) from delivery where state in ('due', 'unknown') and attempts > 0");
        gauges.register("deliveries.dead", "Mails given up, for an administrator to look at",
                "select count(*) from delivery where state = 'dead'");
    }
}
