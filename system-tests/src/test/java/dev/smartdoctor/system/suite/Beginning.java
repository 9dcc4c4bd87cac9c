package dev.smartdoctor.system.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.smartdoctor.localstack.stack.LocalStack;

/**
 * What entering the demo data leaves to the first person who looks.
 *
 * @param openSessions e-mail addresses of accounts that somebody is signed in to
 * @param knownDevices e-mail addresses of accounts that have been signed in to from some device
 */
public record Beginning(List<String> openSessions, List<String> knownDevices) {

    static Beginning of(LocalStack suite) {
        return new Beginning(
                list(suite,
                        "SELECT email FROM session JOIN account ON account.id = account_id WHERE revoked_at IS NULL"),
                list(suite, "SELECT email FROM known_device JOIN account ON account.id = account_id"));
    }

    private static List<String> list(LocalStack suite, String query) {
        try (Connection connection = DriverManager.getConnection(suite.jdbcUrl("auth"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
