package dev.smartdoctor.notification.delivery;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.stream.DeadLetters;
import io.smallrye.mutiny.Uni;

/** Has a dead letter done again: a mail is due anew under its old Message-ID, an event is planned anew. */
@ApplicationScoped
public class Replay {
    private final DeliveryRepository deliveries;
    private final DeadLetters events;
    private final DeliveryWorker worker;

    Replay(DeliveryRepository deliveries, DeadLetters events, DeliveryWorker worker) {
        this.deliveries = deliveries;
        this.events = events;
        this.worker = worker;
    }

    Uni<Void> deadLetter(UUID id) {
        return deliveries.replay(id)
                .flatMap(mail -> mail ? Uni.createFrom().item(true) : events.replay(id))
                .invoke(found -> {
                    if (!found) {
                        throw new NotFound("dead letter");
                    }
                    worker.wake();
                }).replaceWithVoid();
    }
}
