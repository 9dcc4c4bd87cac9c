package dev.smartdoctor.platform.deadline;

import java.time.Duration;
import java.util.OptionalLong;

import dev.smartdoctor.platform.problem.Unavailable;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;

/**
 * How much of its budget the present request has left. The budget travels as a number of milliseconds rather than as an instant, so
 * that clocks need not agree; the way over the wire is not counted. Work that no request began has none, and is not limited.
 */
public final class Deadline {
    /** Milliseconds that the receiver may take until its answer. */
    public static final String HEADER = "X-Deadline-Ms";
    private static final String KEY = "smart-doctor.deadline";
    private static final Duration RETRY = Duration.ofSeconds(1);

    private Deadline() {
    }

    /** To be called when the request comes in, on its own context. */
    static void begin(Duration budget) {
        ContextLocals.put(KEY, System.nanoTime() + budget.toNanos());
    }

    /** Zero where the budget is used up; empty where there is none. */
    public static OptionalLong leftMillis() {
        if (!VertxContext.isOnDuplicatedContext()) {
            return OptionalLong.empty();
        }
        return ContextLocals.<Long>get(KEY).stream()
                .mapToLong(end -> Math.max(0, (end - System.nanoTime()) / 1_000_000)).findAny();
    }

    /** The call, given up with {@link Unavailable} when the present request's budget is used up. */
    public static <T> Uni<T> limit(Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            OptionalLong left = leftMillis();
            if (left.isEmpty()) {
                return call;
            }
            return left.getAsLong() == 0
                    ? Uni.createFrom().failure(Deadline::over)
                    : call.ifNoItem().after(Duration.ofMillis(left.getAsLong())).failWith(Deadline::over);
        });
    }

    static Unavailable over() {
        return new Unavailable("The time for this request is over.", RETRY);
    }
}
