package dev.smartdoctor.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.throttle.ThrottleDecision.Granted;
import dev.smartdoctor.auth.throttle.ThrottleDecision.Refused;
import dev.smartdoctor.auth.throttle.ThrottleDecision.Wait;

class ThrottlePolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private final ThrottlePolicy policy = new ThrottlePolicy(
            new ThrottleLimit("account", 5, Duration.ofHours(24)), Duration.ofSeconds(1), Duration.ofMinutes(15),
            Duration.ofMinutes(1));

    @Test
    void grantsNoMoreAtOnceThanMayFail() {
        ThrottleState state = ThrottleState.FRESH;
        for (int i = 0; i < 5; i++) {
            state = granted(state, NOW);
        }
        assertThat(policy.decide(state, NOW)).isInstanceOf(Wait.class);
    }

    @Test
    void givesTheRoomBackWhenAnAttemptTurnsOutRight() {
        ThrottleState state = ThrottleState.FRESH;
        for (int i = 0; i < 50; i++) {
            state = policy.succeeded(granted(state, NOW), NOW);
        }
        assertThat(state.failures()).isZero();
        assertThat(state.reserved()).isZero();
    }

    @Test
    void delayDoublesAndEndsAtTheLongest() {
        assertThat(refusedFor(failures(5))).isEqualTo(Duration.ofSeconds(1));
        assertThat(refusedFor(failures(6))).isEqualTo(Duration.ofSeconds(2));
        assertThat(refusedFor(failures(10))).isEqualTo(Duration.ofSeconds(32));
        assertThat(refusedFor(failures(500))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void letsOneThroughWhenTheDelayIsOver() {
        Instant later = NOW.plusSeconds(1);
        ThrottleState reserved = granted(failures(5), later);
        assertThat(policy.decide(reserved, later)).isInstanceOf(Wait.class);
        assertThat(policy.decide(policy.failed(reserved, later), later)).isInstanceOf(Refused.class);
        assertThat(policy.decide(policy.released(reserved, later), later)).isInstanceOf(Granted.class);
    }

    @Test
    void reservationThatNobodySettledCountsAsFailure() {
        ThrottleState state = ThrottleState.FRESH;
        for (int i = 0; i < 5; i++) {
            state = granted(state, NOW);
        }
        assertThat(policy.decide(state, NOW.plusSeconds(61))).isInstanceOf(Granted.class);
        assertThat(policy.decide(state, NOW.plusMillis(60_500))).isInstanceOf(Refused.class);
    }

    @Test
    void forgetsAfterADayWithoutFailure() {
        assertThat(granted(failures(100), NOW.plus(Duration.ofHours(25))).failures()).isZero();
    }

    @Test
    void successForgivesOldSlipsButNotAnAttackUnderWay() {
        ThrottleState slips = failures(4);
        assertThat(policy.succeeded(granted(slips, NOW), NOW.plusSeconds(5)).failures()).isEqualTo(4);
        assertThat(policy.succeeded(granted(slips, NOW.plusSeconds(61)), NOW.plusSeconds(61)).failures()).isZero();
    }

    private ThrottleState granted(ThrottleState state, Instant now) {
        return ((Granted) policy.decide(state, now)).state();
    }

    private Duration refusedFor(ThrottleState state) {
        return ((Refused) policy.decide(state, NOW)).retryAfter();
    }

    private static ThrottleState failures(int count) {
        return new ThrottleState(count, NOW, 0, null);
    }
}
