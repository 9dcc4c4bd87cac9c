package dev.smartdoctor.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.smartdoctor.notification.preference.QuietHours;

/**
 * Which reminders a visit gets, and whether one whose time has come is still worth sending. A late booking skips the offsets
 * already past, and a reminder that was held up is not sent together with the next one.
 */
public final class ReminderPolicy {
    private static final String BOOKED = "booked";

    private final List<Duration> offsets;

    public ReminderPolicy(List<Duration> offsets) {
        this.offsets = offsets.stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** Longest first. */
    List<Duration> stillAhead(Instant start, Instant now) {
        return offsets.stream().filter(offset -> start.minus(offset).isAfter(now)).toList();
    }

    /** What is known when a reminder is about to be sent; version and status as appointment-service says now. */
    public record Situation(Instant start, Duration offset, long plannedVersion, long currentVersion,
            String currentStatus,
            boolean wanted, Optional<QuietHours> quietHours, ZoneId recipientZone) {}

    /** Send now, not at all (with the reason), or later. */
    public record Decision(Optional<String> voidReason, Optional<Instant> later) {
        static Decision send() {
            return new Decision(Optional.empty(), Optional.empty());
        }

        static Decision forget(String reason) {
            return new Decision(Optional.of(reason), Optional.empty());
        }

        static Decision wait(Instant until) {
            return new Decision(Optional.empty(), Optional.of(until));
        }
    }

    public Decision decide(Situation situation, Instant now) {
        if (situation.currentVersion() != situation.plannedVersion()) {
            return Decision.forget("the visit has changed");
        }
        if (!BOOKED.equals(situation.currentStatus())) {
            return Decision.forget("the visit is " + situation.currentStatus());
        }
        if (!situation.wanted()) {
            return Decision.forget("reminders are switched off");
        }
        Instant moment = situation.quietHours()
                .map(quiet -> quiet.nextLoudMoment(now, situation.recipientZone())).orElse(now);
        if (!moment.isBefore(lastUsefulMoment(situation))) {
            return Decision.forget("too late to be of use");
        }
        return moment.isAfter(now) ? Decision.wait(moment) : Decision.send();
    }

    /** Until the next reminder of this visit would be due, or the visit begins. */
    private Instant lastUsefulMoment(Situation situation) {
        Duration next = offsets.stream().filter(other -> other.compareTo(situation.offset()) < 0).findFirst()
                .orElse(Duration.ZERO);
        return situation.start().minus(next);
    }
}
