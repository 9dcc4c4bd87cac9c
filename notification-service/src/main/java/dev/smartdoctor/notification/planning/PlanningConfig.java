package dev.smartdoctor.notification.planning;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When people are reminded. */
@ConfigMapping(prefix = "notification.reminders")
public interface PlanningConfig {

    /** How long before the start of a visit; one reminder each. */
    @WithDefault("PT24H,PT2H")
    List<Duration> offsets();

    /** How many due reminders become deliveries in one statement. */
    @WithDefault("200")
    int batch();
}
