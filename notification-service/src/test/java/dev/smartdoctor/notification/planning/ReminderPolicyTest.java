package dev.smartdoctor.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.notification.planning.ReminderPolicy.Decision;
import dev.smartdoctor.notification.planning.ReminderPolicy.Situation;
import dev.smartdoctor.notification.preference.QuietHours;

class ReminderPolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** 10:30 in Berlin. */
    private static final Instant START = Instant.parse("2026-05-12T08:30:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private final ReminderPolicy policy = new ReminderPolicy(List.of(TWO_HOURS, DAY));

    @Test
    void sendsWhenTheVisitStandsAsPlanned() {
        assertThat(decide(DAY, 1, "booked", true, Optional.empty(), START.minus(DAY))).isEqualTo(Decision.send());
    }

    @Test
    void changedVersionOrStatusVoids() {
        assertThat(decide(DAY, 2, "booked", true, Optional.empty(), START.minus(DAY)).voidReason()).isPresent();
        assertThat(decide(DAY, 1, "cancelled", true, Optional.empty(), START.minus(DAY)).voidReason()).isPresent();
    }

    @Test
    void switchedOffVoids() {
        assertThat(decide(DAY, 1, "booked", false, Optional.empty(), START.minus(DAY)).voidReason()).isPresent();
    }

    @Test
    void reminderHeldUpUntilTheNextIsDueIsVoid() {
        assertThat(decide(DAY, 1, "booked", true, Optional.empty(), START.minus(TWO_HOURS)).voidReason()).isPresent();
        assertThat(decide(TWO_HOURS, 1, "booked", true, Optional.empty(), START).voidReason()).isPresent();
        assertThat(decide(DAY, 1, "booked", true, Optional.empty(), START.minus(TWO_HOURS).minusSeconds(1)))
                .isEqualTo(Decision.send());
    }

    @Test
    void waitsForTheEndOfQuietHours() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(9, 0));
        Instant halfPastEight = Instant.parse("2026-05-12T06:30:00Z");

        assertThat(decide(TWO_HOURS, 1, "booked", true, Optional.of(night), halfPastEight).later())
                .contains(Instant.parse("2026-05-12T07:00:00Z"));
    }

    @Test
    void quietUntilTheVisitMeansNoReminder() {
        QuietHours untilTheVisit = new QuietHours(LocalTime.of(22, 0), LocalTime.of(10, 30));

        assertThat(
                decide(TWO_HOURS, 1, "booked", true, Optional.of(untilTheVisit), START.minus(TWO_HOURS)).voidReason())
                .isPresent();
    }

    @Test
    void quietHoursOverMidnightEndTheNextMorning() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

        assertThat(night.nextLoudMoment(Instant.parse("2026-05-11T21:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-05-12T05:00:00Z"));
        assertThat(night.nextLoudMoment(Instant.parse("2026-05-12T05:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-05-12T05:00:00Z"));
    }

    @Test
    void quietHoursFollowTheWallClockOverAZoneChange() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

        assertThat(night.nextLoudMoment(Instant.parse("2026-03-28T22:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    }

    private Decision decide(Duration offset, long version, String status, boolean wanted, Optional<QuietHours> quiet,
            Instant now) {
        return policy.decide(new Situation(START, offset, 1, version, status, wanted, quiet, BERLIN), now);
    }
}
