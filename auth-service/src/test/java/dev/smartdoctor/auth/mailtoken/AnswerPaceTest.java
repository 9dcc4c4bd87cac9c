package dev.smartdoctor.auth.mailtoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

class AnswerPaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final AnswerPace pace = new AnswerPace(vertx);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void workThatIsDoneAtOnceIsAnsweredLater() {
        AtomicBoolean worked = new AtomicBoolean();
        AtomicBoolean answered = new AtomicBoolean();
        pace.even(Uni.createFrom().voidItem().invoke(() -> worked.set(true))).subscribe()
                .with(done -> answered.set(true));
        assertThat(worked).isTrue();
        assertThat(answered).isFalse();
        await().atMost(PATIENCE).untilTrue(answered);
    }

    @Test
    void workThatFailsStillFails() {
        assertThatThrownBy(() -> pace.even(Uni.createFrom().failure(new IllegalStateException("broken"))).await()
                .atMost(PATIENCE)).hasMessage("broken");
    }
}
