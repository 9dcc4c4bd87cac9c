package dev.smartdoctor.auth.mailtoken;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Answers no sooner than a fixed time after the work began. Registering and forgetting do a little more for a known
 * address than for an unknown one; a caller with a stop-watch does not see it.
 */
@ApplicationScoped
public class AnswerPace {
    private static final Duration FLOOR = Duration.ofMillis(50);

    private final Vertx vertx;

    AnswerPace(Vertx vertx) {
        this.vertx = vertx;
    }

    public Uni<Void> even(Uni<Void> work) {
        Uni<Void> floor = Uni.createFrom().emitter(
                emitter -> vertx.setTimer(FLOOR.toMillis(), ignored -> emitter.complete(null)));
        return Uni.combine().all().unis(work, floor).discardItems();
    }
}
