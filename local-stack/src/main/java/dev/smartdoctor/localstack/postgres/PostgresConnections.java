package dev.smartdoctor.localstack.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.ds.PGSimpleDataSource;

/** Connections of the server's superuser, for setting up and for asking whether it answers. */
final class PostgresConnections {

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    PostgresConnections(int port, String password) {
        source.setServerNames(new String[]{ "localhost" });
        source.setPortNumbers(new int[]{ port });
        source.setDatabaseName("postgres");
        source.setUser(PostgresPart.SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(2);
        source.setSocketTimeout(10);
    }

    Connection open() throws SQLException {
        return source.getConnection();
    }

    /** Whether a statement runs; a refused password also counts, since then the server is up and set-up says what is wrong. */
    boolean answers() {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return PostgresSetup.INVALID_PASSWORD.equals(e.getSQLState());
        }
    }
}
