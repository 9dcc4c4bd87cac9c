package dev.smartdoctor.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock of every application under test: the real time until a test moves it. */
public final class MutableClock extends Clock {
    private static volatile Duration offset = Duration.ZERO;
    private static volatile Instant fixed;

    /** Stops the clock at this instant. */
    public static void set(Instant instant) {
        fixed = instant;
    }

    /** Moves the clock, standing or running. */
    public static void advance(Duration by) {
        if (fixed != null) {
            fixed = fixed.plus(by);
        } else {
            offset = offset.plus(by);
        }
    }

    /** Back to the real time. */
    public static void reset() {
        fixed = null;
        offset = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant standing = fixed;
        return standing != null ? standing : Instant.now().plus(offset);
    }

    /** Takes the real clock's place in the container. */
    @Singleton
    public static class InPlaceOfSystemClock {
        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock clock() {
            return new MutableClock();
        }
    }
}
