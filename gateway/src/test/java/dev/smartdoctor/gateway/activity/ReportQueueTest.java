package dev.smartdoctor.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.activity.ReportQueue.Item;

class ReportQueueTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");
    private static final long INTERVAL = Duration.ofSeconds(30).toNanos();

    private final ReportQueue queue = new ReportQueue(Duration.ofSeconds(30), 3);

    @Test
    void tellsTheNewestInstantOfASession() {
        queue.add(Map.of(ONE, T));
        queue.add(Map.of(ONE, T.plusSeconds(2)));
        queue.add(Map.of(ONE, T.plusSeconds(1)));

        assertThat(queue.next(10, 0)).containsExactly(new Item(ONE, T.plusSeconds(2)));
    }

    @Test
    void tellsOfASessionOnceInAnInterval() {
        queue.add(Map.of(ONE, T));
        tell(0);
        queue.add(Map.of(ONE, T.plusSeconds(5)));

        assertThat(queue.next(10, INTERVAL - 1)).isEmpty();
        assertThat(queue.next(10, INTERVAL)).containsExactly(new Item(ONE, T.plusSeconds(5)));
    }

    @Test
    void forgetsWhoHasNotCalledForAnInterval() {
        queue.add(Map.of(ONE, T));
        tell(0);

        assertThat(queue.next(10, INTERVAL)).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void keepsWhatWasNotTakenAndWhatCameMeanwhile() {
        queue.add(Map.of(ONE, T));
        assertThat(queue.next(10, 0)).hasSize(1);
        queue.add(Map.of(ONE, T.plusSeconds(3)));
        queue.add(Map.of(TWO, T));

        assertThat(queue.next(10, 1)).containsExactly(new Item(ONE, T.plusSeconds(3)), new Item(TWO, T));
    }

    @Test
    void tellsLaterOfACallThatCameWhileItWasBeingTold() {
        queue.add(Map.of(ONE, T));
        List<Item> underWay = queue.next(10, 0);
        queue.add(Map.of(ONE, T.plusSeconds(1)));
        queue.told(underWay, 0);

        assertThat(queue.next(10, INTERVAL)).containsExactly(new Item(ONE, T.plusSeconds(1)));
    }

    @Test
    void holdsNoMoreThanItMayAndHasRoomAgainAfterwards() {
        for (int i = 0; i < 10; i++) {
            queue.add(Map.of(UUID.randomUUID(), T));
        }
        assertThat(queue.size()).isEqualTo(3);

        tell(0);
        queue.next(10, INTERVAL);
        queue.add(Map.of(ONE, T));
        assertThat(queue.next(10, INTERVAL)).containsExactly(new Item(ONE, T));
    }

    @Test
    void givesNoMoreAtOnceThanAskedFor() {
        queue.add(Map.of(ONE, T, TWO, T));

        List<Item> first = queue.next(1, 0);
        queue.told(first, 0);
        assertThat(first).hasSize(1);
        assertThat(queue.next(1, 0)).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    private void tell(long nanos) {
        queue.told(queue.next(10, nanos), nanos);
    }
}
