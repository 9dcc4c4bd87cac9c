package dev.smartdoctor.auth.session;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Whatever starts, rotates or ends a session queues for the account's row, and judges by what it finds once it has it. */
@QuarkusTest
class AccountLockTest extends AuthTest {
    private static final String ROW = "SELECT id FROM account WHERE id = ? FOR NO KEY UPDATE";
    private static final String ADMINISTRATORS = "SELECT pg_advisory_xact_lock(hashtext('auth.administrators')) WHERE ?::uuid IS NOT NULL";
    private static final String NOTHING = "SELECT ?::uuid";
    private static final String OTHER_PASSWORD = "UPDATE credential SET hash = reverse(hash) WHERE account_id = ? RETURNING 1";
    private static final String REVOKED = "UPDATE session SET revoked_at = now(), revoke_reason = 'test' WHERE account_id = ? RETURNING 1";
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity "
            + "WHERE datname = current_database() AND wait_event_type = 'Lock'";
    /** Below the lock time-out of two seconds, after which the one who waits gives up. */
    private static final Duration PATIENCE = Duration.ofMillis(1800);

    @Inject
    Api api;

    @Inject
    AgroalDataSource database;

    @Test
    void signInFindsThePasswordThatWasChangedMeanwhile() throws Exception {
        String email = api.patient();
        assertThat(afterWaiting(ROW, NOTHING, email, () -> Api.login(email, PASSWORD))).isEqualTo(200);
        assertThat(afterWaiting(ROW, OTHER_PASSWORD, email, () -> Api.login(email, PASSWORD))).isEqualTo(401);
    }

    @Test
    void refreshFindsTheSessionThatWasRevokedMeanwhile() throws Exception {
        String email = api.patient();
        JsonPath session = api.signIn(email);
        assertThat(afterWaiting(ROW, REVOKED, email,
                () -> json().body(refreshToken(session)).post("/api/auth/refresh"))).isEqualTo(401);
    }

    @Test
    void logoutWaits() throws Exception {
        String email = api.patient();
        JsonPath session = api.signIn(email);
        assertThat(afterWaiting(ROW, NOTHING, email,
                () -> json().body(refreshToken(session)).post("/api/auth/logout"))).isEqualTo(204);
    }

    @Test
    void endOfASessionFromAfarFindsItRevokedMeanwhile() throws Exception {
        String email = api.patient();
        String token = api.accessToken(email);
        String id = as(token).get("/api/auth/sessions").path("items[0].id");
        assertThat(afterWaiting(ROW, REVOKED, email, () -> as(token).delete("/api/auth/sessions/" + id)))
                .isEqualTo(404);
    }

    @Test
    void changeOfThePasswordWaits() throws Exception {
        String email = api.patient();
        String token = api.accessToken(email);
        assertThat(afterWaiting(ROW, NOTHING, email, () -> change(token))).isEqualTo(204);
    }

    @Test
    void disablingWaitsForTheAccountAndForWhoeverElseChangesAdministrators() throws Exception {
        String email = api.staff("doctor");
        String admin = api.adminToken();
        assertThat(afterWaiting(ROW, NOTHING, email, () -> disable(admin, email))).isEqualTo(200);
        String other = api.staff("doctor");
        assertThat(afterWaiting(ADMINISTRATORS, NOTHING, other, () -> disable(admin, other))).isEqualTo(200);
    }

    private static Response change(String token) {
        return as(token).body(Map.of("currentPassword", PASSWORD, "newPassword", "nine-green-saucers-4"))
                .post("/api/auth/password/change");
    }

    private Response disable(String admin, String email) {
        return as(admin).body(Map.of("status", "disabled")).patch("/api/admin/users/" + api.accountId(email));
    }

    private static Map<String, String> refreshToken(JsonPath session) {
        return Map.of("refreshToken", session.getString("refreshToken"));
    }

    /** Sends the call while the lock is held, sees it wait, commits the change, and answers the call's status. */
    private int afterWaiting(String lock, String change, String email, Supplier<Response> call) throws Exception {
        UUID account = api.accountId(email);
        CompletableFuture<Response> answer;
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            try {
                run(holder, lock, account);
                answer = CompletableFuture.supplyAsync(call);
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> waiting(holder) > 0);
                assertThat(answer).isNotDone();
                run(holder, change, account);
                holder.commit();
            } finally {
                holder.rollback();
                holder.setAutoCommit(true);
            }
        }
        return answer.get(10, TimeUnit.SECONDS).statusCode();
    }

    private static void run(Connection connection, String sql, UUID account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, account);
            statement.executeQuery().close();
        }
    }

    private static long waiting(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
