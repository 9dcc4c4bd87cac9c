package dev.smartdoctor.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

class AttemptGateTest {
    private static final String KEY = "account";
    private final AttemptGate gate = new AttemptGate(new ThrottleLimit("account", 2, Duration.ofHours(24)), 3);

    @Test
    void refusesWhomTheLineHasNoRoomFor() {
        enter(2);
        List<UniAssertSubscriber<Void>> line = enter(3);

        UniAssertSubscriber<Void> oneTooMany = enter();
        oneTooMany.assertFailedWith(TooManyAttempts.class);
        assertThat(((TooManyAttempts) oneTooMany.getFailure()).headers()).containsEntry("Retry-After", "1");
        line.forEach(UniAssertSubscriber::assertNotTerminated);
    }

    @Test
    void hasRoomAgainWhenSomebodyMovedUp() {
        enter(5);
        gate.leave(KEY);
        enter().assertNotTerminated();
        enter().assertFailedWith(TooManyAttempts.class);
    }

    @Test
    void letsTheLineInOneForOneAndInItsOrder() {
        enter(2);
        List<UniAssertSubscriber<Void>> line = enter(3);
        for (int i = 0; i < line.size(); i++) {
            line.get(i).assertNotTerminated();
            gate.leave(KEY);
            line.get(i).assertCompleted();
        }
    }

    @Test
    void oneKeysLineIsNobodyElses() {
        enter(5);
        UniAssertSubscriber<Void> other = gate.enter("another account").subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        other.assertCompleted();
    }

    @Test
    void forgetsAKeyThatNobodyTriesAnyMore() {
        enter(2);
        gate.leave(KEY);
        gate.leave(KEY);
        enter(2).forEach(UniAssertSubscriber::assertCompleted);
        enter().assertNotTerminated();
    }

    private List<UniAssertSubscriber<Void>> enter(int times) {
        return IntStream.range(0, times).mapToObj(i -> enter()).toList();
    }

    private UniAssertSubscriber<Void> enter() {
        return gate.enter(KEY).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
