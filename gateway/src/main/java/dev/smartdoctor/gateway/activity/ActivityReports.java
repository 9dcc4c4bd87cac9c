package dev.smartdoctor.gateway.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import dev.smartdoctor.platform.security.ServiceTokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Reports, in batches, in which sessions calls came in. A report that is lost goes out with the next one. While auth-service is
 * away nothing else suffers: sessions wait here, in bounded number.
 */
@ApplicationScoped
public class ActivityReports {
    private static final Logger LOG = Logger.getLogger(ActivityReports.class);
    /** After the doors, which first let what is under way come to its end. */
    private static final int AFTER_THE_DOORS = 2;
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final ActivityConfig config;
    private final ActivityClient authService;
    private final ServiceTokens tokens;
    private final Vertx vertx;
    private final Clock clock;
    private final ReportQueue queue;
    private final List<SessionActivity> loops = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> round = CompletableFuture.completedFuture(null);
    private volatile boolean failing;

    ActivityReports(ActivityConfig config, @RestClient ActivityClient authService, ServiceTokens tokens, Vertx vertx,
            Clock clock) {
        this.config = config;
        this.authService = authService;
        this.tokens = tokens;
        this.vertx = vertx;
        this.clock = clock;
        this.queue = new ReportQueue(config.interval(), config.most());
    }

    void start(@Observes StartupEvent event) {
        if (tokens.isConfigured()) {
            vertx.setPeriodic(config.gather().toMillis(), timer -> report());
        } else {
            LOG.warn("No SERVICE_CLIENT_SECRET: only calls to auth-service itself keep sessions from their idle limit");
        }
    }

    void stop(@Observes @Priority(AFTER_THE_DOORS) ShutdownEvent event) throws InterruptedException {
        long until = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            for (SessionActivity loop : loops) {
                await(loop.handOver().toCompletionStage(), until);
            }
            // One may be under way, without what was handed over just now.
            await(report(), until);
            await(report(), until);
        } catch (ExecutionException | TimeoutException lost) {
            LOG.warnf("The last calls before the end could not be reported: %s", lost.toString());
        }
    }

    /** To be called on an event loop: the step for the requests of that loop. */
    public SessionActivity ofThisLoop() {
        SessionActivity loop = new SessionActivity(this, vertx.getOrCreateContext(), clock, config.most());
        loops.add(loop);
        vertx.setPeriodic(config.gather().toMillis(), timer -> loop.handOver());
        return loop;
    }

    void add(Map<UUID, Instant> seen) {
        if (tokens.isConfigured()) {
            queue.add(seen);
        }
    }

    /** Whether a session waits to be reported, or was reported lately. */
    boolean knows(UUID sessionId) {
        return queue.knows(sessionId);
    }

    /** Sends what is due, unless that is being done already; never fails. */
    private synchronized CompletableFuture<Void> report() {
        if (round.isDone() && tokens.isConfigured()) {
            round = sendDue().subscribeAsCompletionStage();
        }
        return round;
    }

    private Uni<Void> sendDue() {
        List<ReportQueue.Item> items = queue.next(ActivityClient.MOST_AT_ONCE, System.nanoTime());
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tokens.bearer("auth-service")
                .chain(bearer -> authService.report(bearer, new ActivityClient.Report(items)))
                .onItemOrFailure().transformToUni((done, failure) -> {
                    if (failure != null) {
                        return lost(failure);
                    }
                    failing = false;
                    queue.told(items, System.nanoTime());
                    return sendDue();
                });
    }

    private Uni<Void> lost(Throwable failure) {
        if (!failing) {
            LOG.warnf("Sessions that are in use cannot be reported at the moment: %s", failure.toString());
        }
        failing = true;
        return Uni.createFrom().voidItem();
    }

    private static void await(CompletionStage<Void> work, long until)
            throws InterruptedException, ExecutionException, TimeoutException {
        work.toCompletableFuture().get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}
