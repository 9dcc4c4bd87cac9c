package dev.smartdoctor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final long SECOND = 1_000_000_000L;
    private final Breaker breaker = new Breaker();

    @Test
    void sparesAServiceAfterFiveFailuresInARowAndTriesAgainAfterASecond() {
        IntStream.range(0, 4).forEach(i -> breaker.failed(0));
        assertThat(breaker.isOpen(1)).isFalse();
        breaker.failed(0);
        assertThat(breaker.isOpen(SECOND - 1)).isTrue();
        assertThat(breaker.isOpen(SECOND)).isFalse();
        breaker.failed(SECOND);
        assertThat(breaker.isOpen(SECOND + 1)).as("one more failure is enough then").isTrue();
        breaker.succeeded();
        assertThat(breaker.isOpen(SECOND + 1)).isFalse();
    }

    @Test
    void repeatsNoMoreThanATenth() {
        assertThat(IntStream.range(0, 100).filter(i -> breaker.mayRepeat()).count()).as("saved up").isEqualTo(10);
        IntStream.range(0, 9).forEach(i -> breaker.succeeded());
        assertThat(breaker.mayRepeat()).isFalse();
        breaker.succeeded();
        assertThat(breaker.mayRepeat()).isTrue();
        assertThat(breaker.mayRepeat()).isFalse();
    }
}
