package dev.smartdoctor.appointment.booking;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Keeps the table of keys small. Correctness does not need it: an expired record is taken over when its key is used. */
@ApplicationScoped
class IdempotencySweep {

    private static final int BATCH = 10_000;

    private final IdempotencyRepository records;
    private final Transactions transactions;
    private final Clock clock;

    IdempotencySweep(IdempotencyRepository records, Transactions transactions, Clock clock) {
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return transactions.withConnection(connection -> records.sweep(connection, clock.instant(), BATCH))
                .replaceWithVoid();
    }
}
