package dev.smartdoctor.platform.data;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.FailureTranslator;
import dev.smartdoctor.platform.problem.Unavailable;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;

/** What a caller is told of the database: 503 where it is away or full, DATABASE_ERROR where a statement failed by our fault. */
@ApplicationScoped
public class DatabaseFailures implements FailureTranslator {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int DEEPEST_CAUSE = 12;
    /** Server shutting down or starting, too many connections, out of memory. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "53200");
    /** Lock not available, statement or idle transaction cut by its time-out, deadlock or conflict after all retries. */
    private static final Set<String> BUSY = Set.of("55P03", "57014", "25P03", "40001", "40P01");
    private static final Set<String> AWAY_CLASSES = Set.of("08");

    @Override
    public Optional<ApiException> translate(Throwable failure) {
        // First what PostgreSQL said: its own exception is one of the client's kind too.
        return PostgresErrors.verdict(failure).map(verdict -> ofState(verdict.sqlState()))
                .or(() -> isConnectionLost(failure) ? Optional.of(away()) : Optional.empty());
    }

    /** True where the database (or the way to it) is away, rather than a statement at fault or too slow. */
    public static boolean isOutage(Throwable failure) {
        Optional<String> state = PostgresErrors.sqlState(failure);
        if (state.isPresent()) {
            return AWAY.contains(state.get()) || AWAY_CLASSES.contains(state.get().substring(0, 2));
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (isConnectionLost(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionLost(Throwable failure) {
        return failure instanceof ClosedConnectionException || failure instanceof IOException
                || failure instanceof TimeoutException || failure instanceof VertxException
                || failure instanceof NoStackTraceThrowable;
    }

    private static ApiException ofState(String state) {
        boolean away = state != null
                && (AWAY.contains(state) || BUSY.contains(state) || AWAY_CLASSES.contains(state.substring(0, 2)));
        return away
                ? away()
                : new ApiException(500, "DATABASE_ERROR", "Database error",
                        "The request could not be completed. It has been recorded under the trace id.");
    }

    private static ApiException away() {
        return new Unavailable("The service is busy or a store it needs is away. Try again shortly.", SOON);
    }
}
