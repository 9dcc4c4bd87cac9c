package dev.smartdoctor.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void startsAtOnceAfterALongLife() {
        BackOff backOff = new BackOff();
        for (int i = 0; i < 10; i++) {
            assertThat(backOff.afterDeath(Duration.ofMinutes(5))).isZero();
        }
        assertThat(backOff.isCrashLoop()).isFalse();
    }

    @Test
    void staysBelowFiveSecondsForTheFirstDeathsAndThenBacksOff() {
        BackOff backOff = new BackOff();
        for (int i = 0; i < 6; i++) {
            assertThat(backOff.afterDeath(Duration.ZERO)).isLessThan(Duration.ofMillis(4500));
        }
        assertThat(backOff.isCrashLoop()).isTrue();
        for (int i = 0; i < 50; i++) {
            backOff.afterDeath(Duration.ZERO);
        }
        assertThat(backOff.afterDeath(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backOff.afterDeath(Duration.ofSeconds(11))).isZero();
    }
}
