package dev.smartdoctor.gateway.door;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.route.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts and times requests by service and status class: few series, whatever addresses are asked for. */
@ApplicationScoped
public class RequestMetrics {
    private static final int STATUS_CLASSES = 6;
    private static final Duration[] BOUNDS = { Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
            Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
            Duration.ofSeconds(1), Duration.ofSeconds(5) };

    private final Timer[][] timers = new Timer[Service.values().length + 1][STATUS_CLASSES];

    RequestMetrics(MeterRegistry registry) {
        for (int target = 0; target < timers.length; target++) {
            String name = target == Service.values().length ? "gateway" : Service.values()[target].label();
            for (int status = 1; status < STATUS_CLASSES; status++) {
                timers[target][status] = Timer.builder("gateway.requests").tag("service", name)
                        .tag("status", status + "xx").serviceLevelObjectives(BOUNDS).register(registry);
            }
        }
    }

    void record(Exchange exchange, int status) {
        Service service = exchange.route() == null ? null : exchange.route().service();
        int target = service == null ? timers.length - 1 : service.ordinal();
        timers[target][status / 100].record(System.nanoTime() - exchange.startedNanos(), TimeUnit.NANOSECONDS);
    }
}
