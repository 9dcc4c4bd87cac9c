package dev.smartdoctor.system.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.smartdoctor.localstack.stack.LocalStack;

/** How many rows every table of every service has, and a sum over what they say: a row changed is seen as well as one added. */
final class Stored {
    private static final List<String> DATABASES = List.of("auth", "appointment", "assistant", "notification");
    /** Failed attempts to sign in are counted and audited: that is what these two are for. */
    private static final Set<String> OF_REFUSALS = Set.of("auth.sign_in_throttle", "auth.audit_event");
    /** Say when somebody was last seen. */
    private static final Set<String> COUNTED_ALONE = Set.of("auth.session", "auth.known_device");
    private static final String EVENTS = "select to_jsonb(outbox)::text from outbox";
    /** One of the events and mails that are under way; nothing once all have arrived. */
    private static final Map<String, String> UNDER_WAY = Map.of("auth", EVENTS, "appointment", EVENTS + """
             union all select to_jsonb(patient)::text from patient
            where profile_wanted > profile_seen and account_id is not null""", "assistant", EVENTS, "notification",
            """
                    select to_jsonb(delivery)::text from delivery where state in ('due', 'sending')
                    and next_attempt_at < now() + interval '10 seconds'""");

    private Stored() {
    }

    /** Runs this and fails where it left a trace in a database. */
    static void nothingBy(LocalStack suite, Runnable refused) {
        quiet(suite);
        Map<String, String> before = tables(suite);
        refused.run();
        quiet(suite);
        assertThat(tables(suite)).as("rows:sum of every table").isEqualTo(before);
    }

    /** Waits until everything that earlier requests set off has come to its end. */
    static void quiet(LocalStack suite) {
        for (String database : DATABASES) {
            await("what is under way in " + database).atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(one(suite, database, UNDER_WAY.get(database))).isEmpty());
        }
    }

    private static Map<String, String> tables(LocalStack suite) {
        Map<String, String> tables = new TreeMap<>();
        for (String database : DATABASES) {
            try (Connection connection = DriverManager.getConnection(suite.jdbcUrl(database))) {
                for (String table : tableNames(connection)) {
                    String name = database + "." + table;
                    if (!OF_REFUSALS.contains(name)) {
                        tables.put(name, sum(connection, table, COUNTED_ALONE.contains(name)));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(database, e);
            }
        }
        return tables;
    }

    private static List<String> tableNames(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String sum(Connection connection, String table, boolean countedAlone) throws SQLException {
        String content = countedAlone ? "0" : "coalesce(sum(hashtextextended(t::text, 0)), 0)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("select count(*) || ':' || " + content + " from \"" + table + "\" t")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The first column of the first row, as text. */
    static String one(LocalStack suite, String database, String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(suite.jdbcUrl(database));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static int change(LocalStack suite, String database, String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(suite.jdbcUrl(database));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
