package dev.smartdoctor.auth.credential;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.problem.Unavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The only threads that hash. There is one fewer than cores, so that health checks and everything else stay quick while
 * all of them work; what the bounded queue cannot hold is refused with 503 rather than answered too late.
 */
@ApplicationScoped
public class HashingPool {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ThreadPoolExecutor executor;

    HashingPool(CredentialConfig config, MeterRegistry meters) {
        int threads = config.threads().orElseGet(() -> Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        AtomicInteger number = new AtomicInteger();
        executor = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threads * config.queuePerThread()), work -> {
                    Thread thread = new Thread(work, "hashing-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        Gauge.builder("auth.hashing.waiting", executor, pool -> pool.getQueue().size())
                .description("Password hashes that wait for a thread").register(meters);
    }

    /** Runs the work on a hashing thread and answers on the caller's own context. */
    public <T> Uni<T> submit(Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            try {
                executor.execute(() -> run(work, emitter, context));
            } catch (RejectedExecutionException e) {
                emitter.fail(new Unavailable("Too many sign-ins at once.", RETRY_AFTER));
            }
        });
    }

    private <T> void run(Callable<T> work, UniEmitter<? super T> emitter, Context context) {
        Runnable outcome;
        try {
            T result = work.call();
            outcome = () -> emitter.complete(result);
        } catch (Exception e) {
            outcome = () -> emitter.fail(e);
        }
        if (context == null) {
            outcome.run();
        } else {
            Runnable answer = outcome;
            context.runOnContext(ignored -> answer.run());
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
