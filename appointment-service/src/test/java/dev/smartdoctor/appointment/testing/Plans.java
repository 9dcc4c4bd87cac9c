package dev.smartdoctor.appointment.testing;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What the planner makes of the service's own statements in a clinic with a past: forty doctors, two hundred patients and sixty
 * thousand visits, none of them in the future.
 */
@ApplicationScoped
public class Plans {

    private static final String SPECIALTY = "paediatrics";
    private static final int VISITS = 60_000;
    private static final String FILL = """
            begin;
            set local statement_timeout = 0;
            insert into location (id, name, time_zone, country, created_at)
            values (gen_random_uuid(), 'Planned', 'Europe/Berlin', 'DE', now());
            insert into doctor (id, account_id, full_name, specialty, created_at)
            select gen_random_uuid(), gen_random_uuid(), 'Dr. Planned', '%1$s', now() from generate_series(1, 40);
            insert into patient (id, account_id, full_name, profile_seen, created_at, updated_at)
            select id, id, 'Planned', 1, now(), now()
            from (select gen_random_uuid() as id from generate_series(1, 200)) made;
            insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at,
                busy_from, busy_to, booked_by, booked_at, notes, created_at, updated_at)
            select gen_random_uuid(), 'completed', p.id, d.id, l.id, 'consultation', t, t + interval '30 minutes', t,
                t + interval '30 minutes', p.id, t, decode(repeat('5e', 300), 'hex'), t, t
            from generate_series(1, %2$d) n
            join (select id, row_number() over () as i from doctor where full_name = 'Dr. Planned') d on d.i = 1 + n %% 40
            join (select id, row_number() over () as i from patient where full_name = 'Planned') p on p.i = 1 + n %% 199
            join location l on l.name = 'Planned',
            lateral (select now() - interval '1 hour' * (100 + n / 40) as t) s;
            commit""".formatted(SPECIALTY, VISITS);

    private final Pool pool;
    private final Database database;

    Plans(Pool pool, Database database) {
        this.pool = pool;
        this.database = database;
    }

    /** The clinic with its past; made by the first test that asks. */
    public Past past() {
        if (database.count("select count(*) from doctor where full_name = 'Dr. Planned'") == 0) {
            database.script(FILL);
            vacuum();
        }
        Row row = database.rows("""
                select d.id as doctor, d.account_id as doctor_account, a.patient_id as patient from doctor d
                join lateral (select patient_id from appointment where doctor_id = d.id limit 1) a on true
                where d.full_name = 'Dr. Planned' order by d.id limit 1""").get(0);
        return new Past(SPECIALTY, row.getUUID("doctor"), row.getUUID("doctor_account"), row.getUUID("patient"));
    }

    /** As autovacuum would, in its own time: not a caller's. */
    private void vacuum() {
        pool.withConnectionAndAwait(connection -> connection.query("set statement_timeout = 0").execute()
                .chain(() -> connection.query("vacuum (analyze) appointment").execute())
                .eventually(() -> connection.query("reset statement_timeout").execute()));
    }

    /** For these parameters, and for whichever: a prepared statement may end up with either. */
    public String both(String sql, Tuple parameters) {
        return text(pool.preparedQuery("explain " + sql).executeAndAwait(parameters)) + "\n"
                + text(pool.query("explain (generic_plan) " + sql).executeAndAwait());
    }

    /** How many rows of {@code appointment} were looked at to answer, those that a filter threw away included. */
    public long visitsRead(String sql, Tuple parameters) {
        Object plan = pool.preparedQuery("explain (analyze, format json) " + sql).executeAndAwait(parameters).iterator()
                .next().getValue(0);
        return read(((JsonArray) plan).getJsonObject(0).getJsonObject("Plan"));
    }

    private static long read(JsonObject node) {
        double rows = "appointment".equals(node.getString("Relation Name"))
                ? node.getDouble("Actual Loops") * (node.getDouble("Actual Rows")
                        + node.getDouble("Rows Removed by Filter", 0.0)
                        + node.getDouble("Rows Removed by Index Recheck", 0.0))
                : 0;
        return Math.round(rows) + node.getJsonArray("Plans", new JsonArray()).stream()
                .mapToLong(child -> read((JsonObject) child)).sum();
    }

    private static String text(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }

    /** Whom to ask for: one of the doctors with their account, and one of their patients. */
    public record Past(String specialty, UUID doctor, UUID doctorAccount, UUID patient) {}
}
