package dev.smartdoctor.localstack.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import dev.smartdoctor.localstack.process.StartProblem;

/**
 * One role and one database of the same name per service; a role reaches its own database only. Runs at every start and
 * changes nothing that is already so, except that passwords follow the secrets file.
 */
public final class PostgresSetup {

    static final String INVALID_PASSWORD = "28P01";

    private final PostgresConnections connections;

    public PostgresSetup(int port, String superuserPassword) {
        this.connections = new PostgresConnections(port, superuserPassword);
    }

    /** The map's keys are the names of databases and roles, its values their passwords. */
    public void ensure(Map<String, String> passwords) {
        try (Connection connection = connections.open(); Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> each : passwords.entrySet()) {
                ensure(connection, statement, statement.enquoteIdentifier(each.getKey(), true), each.getKey(),
                        statement.enquoteLiteral(each.getValue()));
            }
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                throw new StartProblem("The secrets file does not belong to the PostgreSQL data",
                        "Put the right secrets file back, or start anew with -Dfresh", e);
            }
            throw new StartProblem("The databases cannot be set up (" + e.getMessage() + ")",
                    "Read the log of postgres, or start anew with -Dfresh", e);
        }
    }

    private static void ensure(Connection connection, Statement statement, String identifier, String name,
            String password) throws SQLException {
        String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
        statement.execute(verb + " ROLE " + identifier + " LOGIN PASSWORD " + password);
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            statement.execute("CREATE DATABASE " + identifier + " OWNER " + identifier);
        }
        statement.execute("REVOKE CONNECT, TEMPORARY ON DATABASE " + identifier + " FROM PUBLIC");
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
