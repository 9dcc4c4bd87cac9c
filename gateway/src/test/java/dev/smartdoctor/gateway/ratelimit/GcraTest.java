package dev.smartdoctor.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GcraTest {
    private static final long SECOND = 1_000_000;
    private final Gcra gcra = new Gcra();

    @Test
    void grantsAMinutesQuotaAtOnceAndThenOneASecond() {
        for (int i = 0; i < 60; i++) {
            assertThat(take(0, 1, 1).units()).isEqualTo(1);
        }
        Grant refused = take(0, 1, 1);
        assertThat(refused.units()).isZero();
        assertThat(refused.waitMicros()).isEqualTo(SECOND);
        assertThat(take(SECOND, 1, 1).units()).isEqualTo(1);
        assertThat(take(SECOND, 1, 1).units()).isZero();
    }

    @Test
    void doesNotChargeARefusal() {
        take(0, 60, 60);
        for (int i = 0; i < 1000; i++) {
            assertThat(take(0, 1, 1).units()).isZero();
        }
        assertThat(take(SECOND, 1, 1).units()).isEqualTo(1);
    }

    @Test
    void grantsWhatThereIsWhenMoreIsWanted() {
        take(0, 57, 57);
        assertThat(take(0, 1, 7).units()).isEqualTo(3);
        assertThat(take(0, 2, 7).units()).isZero();
    }

    @Test
    void takesBackWhatWasNotUsed() {
        take(0, 60, 60);
        assertThat(gcra.take(0, SECOND, 60, 1, 10, 8).units()).isEqualTo(8);
    }

    private Grant take(long now, long least, long wanted) {
        return gcra.take(now, SECOND, 60, least, wanted, 0);
    }
}
