package dev.smartdoctor.assistant.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.security.RevokedSessions;
import io.smallrye.mutiny.Multi;

/** Ends a stream when the token that opened it expires or its session is revoked: a stream is no way around either. */
@ApplicationScoped
class StreamGuard {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final RevokedSessions revoked;
    private final Clock clock;

    StreamGuard(RevokedSessions revoked, Clock clock) {
        this.revoked = revoked;
        this.clock = clock;
    }

    /** @param last what is sent as the last item when the stream is cut */
    <T> Multi<T> guarded(Multi<T> stream, UUID sessionId, Instant tokenExpiry, Supplier<T> last) {
        Multi<Boolean> ended = Multi.createFrom().ticks().every(LOOK).onOverflow().drop()
                .map(tick -> revoked.isRevoked(sessionId) || !clock.instant().isBefore(tokenExpiry)).filter(is -> is)
                .select().first();
        return Multi.createFrom().emitter(emitter -> {
            var timer = ended.subscribe().with(now -> {
                emitter.emit(last.get());
                emitter.complete();
            });
            var source = stream.subscribe().with(emitter::emit, failure -> {
                timer.cancel();
                emitter.fail(failure);
            }, () -> {
                timer.cancel();
                emitter.complete();
            });
            emitter.onTermination(() -> {
                timer.cancel();
                source.cancel();
            });
        });
    }
}
