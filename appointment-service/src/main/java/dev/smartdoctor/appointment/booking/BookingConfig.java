package dev.smartdoctor.appointment.booking;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of booking. */
@ConfigMapping(prefix = "booking")
public interface BookingConfig {

    /** How long a hold keeps a slot. */
    @WithDefault("PT5M")
    Duration holdTime();

    /** How many holds a person may have at a time. */
    @WithDefault("2")
    int liveHolds();

    /** How long an Idempotency-Key is remembered. */
    @WithDefault("PT24H")
    Duration keyRetention();
}
