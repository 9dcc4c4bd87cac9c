package dev.smartdoctor.platform.data;

import java.util.Optional;

import io.vertx.pgclient.PgException;

/** Reads PostgreSQL's verdict out of the exceptions that clients and Hibernate wrap around it. */
public final class PostgresErrors {
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String EXCLUSION_VIOLATION = "23P01";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String DEADLOCK_DETECTED = "40P01";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int DEEPEST_CAUSE = 12;

    private PostgresErrors() {
    }

    /** The five characters of SQLSTATE. */
    public static Optional<String> sqlState(Throwable failure) {
        return find(failure).map(PgException::getSqlState);
    }

    /** The name of the violated constraint. */
    public static Optional<String> constraint(Throwable failure) {
        return find(failure).map(PgException::getConstraint);
    }

    public static boolean violates(Throwable failure, String constraintName) {
        return constraint(failure).filter(constraintName::equals).isPresent();
    }

    /** True where the same transaction may succeed when run again. */
    public static boolean isTransient(Throwable failure) {
        return sqlState(failure).filter(state -> state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK_DETECTED))
                .isPresent();
    }

    static Optional<PgException> find(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof PgException postgres) {
                return Optional.of(postgres);
            }
        }
        return Optional.empty();
    }
}
