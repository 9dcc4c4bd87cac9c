package dev.smartdoctor.system.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.smartdoctor.localstack.stack.LocalStack;

/** What the databases say happened. */
final class Histories {
    private final LocalStack suite;

    Histories(LocalStack suite) {
        this.suite = suite;
    }

    /** Pairs of visits that hold the same doctor's or the same patient's time. */
    long doubleBookings() {
        return count("appointment",
                """
                SELECT count(*) FROM appointment a JOIN appointment b
                    ON a.id < b.id AND (a.doctor_id = b.doctor_id OR a.patient_id = b.patient_id)
                   AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
                 WHERE a.status IN ('pending', 'booked', 'checked_in') AND b.status IN ('pending', 'booked', 'checked_in')""");
    }

    long bookedVisits(String patientId) {
        return count("appointment",
                "SELECT count(*) FROM appointment WHERE status = 'booked' AND patient_id = '" + patientId + "'");
    }

    long eventsNotYetConfirmed() {
        return count("appointment", "SELECT count(*) FROM outbox");
    }

    /** Reminders aside, which are due weeks from now. */
    long mailsNotYetSent() {
        return count("notification", "SELECT count(*) FROM delivery WHERE state IN ('due', 'sending', 'unknown')"
                + " AND next_attempt_at < now() + interval '1 hour'");
    }

    long deadLetters() {
        return count("notification", "SELECT count(*) FROM dead_letter");
    }

    private long count(String database, String query) {
        try (Connection connection = DriverManager.getConnection(suite.jdbcUrl(database));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + database + " could not be asked", e);
        }
    }
}
