import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.smartdoctor.localstack.stack.LocalStack;

/** Looks behind the services. */
final class Databases {
    private static final String DOUBLE_BOOKINGS = """
            select count(*) from appointment a join appointment b
                on a.id < b.id and (a.doctor_id = b.doctor_id or a.patient_id = b.patient_id)
               and a.starts_at < b.ends_at and b.starts_at < a.ends_at
             where a.status in ('pending', 'booked', 'checked_in') and b.status in ('pending', 'booked', 'checked_in')""";

    private final LocalStack stack;

    Databases(LocalStack stack) {
        this.stack = stack;
    }

    /** A server that forgets commits on a crash would be faster and prove nothing. */
    void checkDurable() {
        for (String setting : new String[] { "fsync", "synchronous_commit", "full_page_writes" }) {
            String value = ask("appointment", "show " + setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("The server is not durable: " + setting + " is " + value);
            }
        }
    }

    long bookedVisits() {
        return Long.parseLong(ask("appointment", "select count(*) from appointment where status = 'booked'"));
    }

    long eventsNotYetConfirmed() {
        return Long.parseLong(ask("appointment", "select count(*) from outbox"));
    }

    long mailsNotYetSent() {
        return Long.parseLong(ask("notification",
                "select count(*) from delivery where kind = 'visit_booked' and state <> 'sent'"));
    }

    long doubleBookings() {
        return Long.parseLong(ask("appointment", DOUBLE_BOOKINGS));
    }

    /** What autovacuum would have done in a minute. */
    void analyze() {
        run("appointment", "vacuum analyze");
        run("notification", "vacuum analyze");
    }

    private void run(String database, String command) {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(String database, String query) {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(database));
                Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + database + " could not be asked", e);
        }
    }
}
