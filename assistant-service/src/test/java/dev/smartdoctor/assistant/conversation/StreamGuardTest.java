package dev.smartdoctor.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.security.RevokedSessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class StreamGuardTest {

    private final RevokedSessions revoked = new RevokedSessions();
    private final StreamGuard guard = new StreamGuard(revoked, Clock.systemUTC());
    private final UUID session = UUID.randomUUID();

    @Test
    void endsAtTheTokensExpiry() {
        List<String> items = guard.guarded(endless(), session, Instant.now().plusMillis(300), () -> "cut")
                .subscribe().withSubscriber(AssertSubscriber.create(10)).awaitCompletion(Duration.ofSeconds(5))
                .getItems();
        assertThat(items).containsExactly("one", "cut");
    }

    @Test
    void endsWhenTheSessionIsRevoked() {
        AssertSubscriber<String> open = guard.guarded(endless(), session, Instant.now().plusSeconds(300), () -> "cut")
                .subscribe().withSubscriber(AssertSubscriber.create(10)).awaitItems(1);
        revoked.revoke(session, Instant.now());
        assertThat(open.awaitCompletion(Duration.ofSeconds(5)).getItems()).containsExactly("one", "cut");
    }

    @Test
    void leavesAFinishedStreamAlone() {
        List<String> items = guard
                .guarded(Multi.createFrom().items("one", "two"), session, Instant.now().plusSeconds(300),
                        () -> "cut")
                .subscribe().withSubscriber(AssertSubscriber.create(10)).awaitCompletion().getItems();
        assertThat(items).containsExactly("one", "two");
    }

    private static Multi<String> endless() {
        return Multi.createBy().concatenating().streams(Multi.createFrom().item("one"), Multi.createFrom().nothing());
    }
}
