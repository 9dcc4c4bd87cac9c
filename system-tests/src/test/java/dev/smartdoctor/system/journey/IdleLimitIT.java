package dev.smartdoctor.system.journey;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Suite;

/** The idle limit over the whole suite: the gateway tells auth-service of calls that auth-service never sees. */
class IdleLimitIT {
    private final LocalStack suite = Suite.shared();

    @Test
    void callsThatAnotherServiceAnswersCountAsThePersonsOwn() {
        Patient patient = People.newPatient(suite);
        patient.api().get("/api/appointments").expect(200);

        await().atMost(Duration.ofSeconds(20)).until(() -> wasSeenAfterSigningIn(patient.id()));
    }

    private boolean wasSeenAfterSigningIn(String accountId) throws SQLException {
        try (Connection connection = DriverManager.getConnection(suite.jdbcUrl("auth"));
                PreparedStatement query = connection.prepareStatement(
                        "SELECT count(*) FROM session WHERE account_id = ? AND last_seen_at > started_at")) {
            query.setObject(1, UUID.fromString(accountId));
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getLong(1) == 1;
            }
        }
    }
}
