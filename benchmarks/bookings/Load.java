import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.vertx.core.http.HttpMethod;

/** Clients that each book a visit, wait for the answer, and book the next. All of it runs on one event loop. */
final class Load {
    private static final long PATIENCE_SECONDS = 60;
    private static final int CREATED = 201;

    private final Http http;
    private final int gateway;
    private final Iterator<Clinic.Visit> visits;
    private final List<Long> times = new ArrayList<>();
    private long until;
    private int inTime;
    private String refused;

    Load(Http http, int gateway, Iterator<Clinic.Visit> visits) {
        this.http = http;
        this.gateway = gateway;
        this.visits = visits;
    }

    /** How many bookings were acknowledged, how many of them before the time was up, and how long they took in milliseconds. */
    record Outcome(int acknowledged, int inTime, double median, double slowest) {}

    /** Until the time is up or, where none is given, until every visit is booked. */
    Outcome run(int clients, int seconds, boolean untilAllAreBooked) {
        until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        CountDownLatch working = new CountDownLatch(clients);
        http.vertx().runOnContext(start -> {
            for (int i = 0; i < clients; i++) {
                next(working);
            }
        });
        await(working, seconds);
        if (refused != null) {
            throw new IllegalStateException("A booking was not acknowledged: " + refused);
        }
        if (!untilAllAreBooked && !visits.hasNext()) {
            throw new IllegalStateException("The visits ran out: set MOST_PER_SECOND above what is booked in a second");
        }
        Collections.sort(times);
        return new Outcome(times.size(), inTime, millis(0.5), millis(0.99));
    }

    private void next(CountDownLatch working) {
        if (System.nanoTime() >= until || !visits.hasNext() || refused != null) {
            working.countDown();
            return;
        }
        Clinic.Visit visit = visits.next();
        long begun = System.nanoTime();
        http.send(HttpMethod.POST, gateway, "/api/appointments",
                Map.of("authorization", visit.token(), "idempotency-key", UUID.randomUUID().toString()), visit.body())
                .onComplete(answer -> {
                    long ended = System.nanoTime();
                    if (answer.failed()) {
                        refused = answer.cause().toString();
                    } else if (answer.result().status() != CREATED) {
                        refused = answer.result().status() + " " + answer.result().body();
                    } else {
                        times.add(ended - begun);
                        inTime += ended < until ? 1 : 0;
                    }
                    next(working);
                });
    }

    private static void await(CountDownLatch working, int seconds) {
        try {
            if (!working.await(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Bookings are not answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double millis(double share) {
        return times.isEmpty() ? 0 : times.get((int) (share * (times.size() - 1))) / 1e6;
    }
}
