package dev.smartdoctor.platform.data;

import java.util.Optional;
import java.util.Set;

import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;

import io.vertx.pgclient.PgException;

/**
 * Reads PostgreSQL's verdict out of the exceptions that clients wrap around it. Hibernate Reactive keeps what it says but drops
 * the driver's exception, so both are looked for.
 */
public final class PostgresErrors {
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String EXCLUSION_VIOLATION = "23P01";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String DEADLOCK_DETECTED = "40P01";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    /** An earlier statement of the transaction has failed; it says no more than that. */
    public static final String IN_FAILED_TRANSACTION = "25P02";
    private static final Set<String> TRANSIENT = Set.of(SERIALIZATION_FAILURE, DEADLOCK_DETECTED,
            IN_FAILED_TRANSACTION);
    private static final int DEEPEST_CAUSE = 12;

    private PostgresErrors() {
    }

    /** The five characters of SQLSTATE. */
    public static Optional<String> sqlState(Throwable failure) {
        return find(failure).map(Verdict::sqlState);
    }

    /** The name of the violated constraint. */
    public static Optional<String> constraint(Throwable failure) {
        return find(failure).map(Verdict::constraint);
    }

    public static boolean violates(Throwable failure, String constraintName) {
        return constraint(failure).filter(constraintName::equals).isPresent();
    }

    /**
     * True where the same transaction may succeed when run again, or say why not: of statements sent together, the answer of
     * the one that failed can be overtaken, on its way between two event loops, by that of one which failed for its sake.
     */
    public static boolean isTransient(Throwable failure) {
        return sqlState(failure).filter(TRANSIENT::contains).isPresent();
    }

    private static Optional<Verdict> find(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            Optional<Verdict> verdict = verdict(cause);
            if (verdict.isPresent()) {
                return verdict;
            }
        }
        return Optional.empty();
    }

    /** What this one exception says, its causes aside. */
    static Optional<Verdict> verdict(Throwable failure) {
        if (failure instanceof PgException postgres) {
            return Optional.of(new Verdict(postgres.getSqlState(), postgres.getConstraint()));
        }
        if (failure instanceof ConstraintViolationException violation) {
            return Optional.of(new Verdict(violation.getSQLState(), violation.getConstraintName()));
        }
        return failure instanceof JDBCException hibernate && hibernate.getSQLState() != null
                ? Optional.of(new Verdict(hibernate.getSQLState(), null))
                : Optional.empty();
    }

    /** Either may be {@code null} where the exception does not say. */
    record Verdict(String sqlState, String constraint) {}
}
