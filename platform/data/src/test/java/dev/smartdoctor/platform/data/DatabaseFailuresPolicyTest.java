package dev.smartdoctor.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.problem.ApiException;
import io.vertx.pgclient.PgException;

class DatabaseFailuresPolicyTest {
    private final DatabaseFailures failures = new DatabaseFailures();

    /** Shutting down, starting, full, out of memory, connection lost; then locks, time-outs and conflicts after all retries. */
    @ParameterizedTest
    @ValueSource(strings = { "57P01", "57P02", "57P03", "53300", "53200", "08006", "08P01", "55P03", "57014", "25P03",
            "40001", "40P01" })
    void whatAnotherTryMayMendIs503(String state) {
        ApiException told = told(state);
        assertThat(told.status()).isEqualTo(503);
        assertThat(told.headers()).containsEntry("Retry-After", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = { "23505", "23P01", "23514", "42703", "22001", "42501" })
    void whatIsOurOwnFaultIsADatabaseErrorWithoutItsWords(String state) {
        ApiException told = told(state);
        assertThat(told.status()).isEqualTo(500);
        assertThat(told.code()).isEqualTo("DATABASE_ERROR");
        assertThat(told.getMessage() + told.detail() + told.title()).doesNotContain("secret");
    }

    @Test
    void whatIsNotOfTheDatabaseIsLeftToOthers() {
        assertThat(failures.translate(new IllegalStateException("secret"))).isEmpty();
    }

    @Test
    void outageIsAConnectionLostAndNoLockOrFault() {
        assertThat(DatabaseFailures.isOutage(new RuntimeException(new IOException("gone")))).isTrue();
        assertThat(DatabaseFailures.isOutage(new TimeoutException("no connection"))).isTrue();
        assertThat(DatabaseFailures.isOutage(state("57P01"))).isTrue();
        assertThat(DatabaseFailures.isOutage(state("55P03"))).isFalse();
        assertThat(DatabaseFailures.isOutage(new RuntimeException(state("23505")))).isFalse();
        assertThat(DatabaseFailures.isOutage(new IllegalStateException("a fault of the handler"))).isFalse();
    }

    private ApiException told(String state) {
        return failures.translate(state(state)).orElseThrow();
    }

    private static PgException state(String state) {
        return new PgException("the secret message", "ERROR", state, "the secret detail");
    }
}
