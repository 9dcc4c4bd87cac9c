package dev.smartdoctor.appointment.patient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.account.Account;
import dev.smartdoctor.appointment.clinicaltext.ClinicalText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Patient records of account holders. A record and its data key come into being together. */
@ApplicationScoped
class PatientRepository {

    private static final String BEGIN = """
            with begun as (
                insert into patient (id, account_id, created_at, updated_at) values ($1, $1, $3, $3)
                on conflict do nothing returning id)
            insert into clinical_key (patient_id, wrapped, created_at) select id, $2, $3 from begun""";

    /** Never goes back to an older copy: what was wanted when the account was read is what has been seen. */
    private static final String FILL = """
            update patient set full_name = $2, phone = $3, birth_date = $4, profile_seen = $5, updated_at = $6
            where id = $1 and profile_seen < $5""";

    private static final String WANT = """
            update patient set profile_wanted = profile_wanted + 1, updated_at = $2 where account_id = $1""";

    private static final String DUE = """
            select id, profile_wanted from patient where profile_wanted > profile_seen and account_id is not null
            order by updated_at limit $1""";

    private static final String PUT_OFF = "update patient set updated_at = $2 where id = $1";

    private static final String WANTED = "select profile_wanted from patient where id = $1";

    private static final int FIRST_COPY = 1;

    private final ClinicalText clinicalText;

    PatientRepository(ClinicalText clinicalText) {
        this.clinicalText = clinicalText;
    }

    Uni<Void> begin(SqlConnection tx, UUID accountId, Instant now) {
        return tx.preparedQuery(BEGIN).execute(Tuple.of(accountId, clinicalText.newKey(accountId), utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> fill(SqlConnection tx, Due due, Account account, Instant now) {
        return tx.preparedQuery(FILL)
                .execute(Tuple.from(Arrays.asList(due.id(), account.fullName(), account.phone(),
                        account.dateOfBirth(), due.wanted(), utc(now))))
                .replaceWithVoid();
    }

    Uni<Void> want(SqlConnection tx, UUID accountId, Instant now) {
        return tx.preparedQuery(WANT).execute(Tuple.of(accountId, utc(now))).replaceWithVoid();
    }

    /** Records whose copy is to be read again, the longest waiting first. */
    Uni<List<Due>> due(SqlConnection connection, int limit) {
        return connection.preparedQuery(DUE).execute(Tuple.of(limit)).map(rows -> StreamSupport
                .stream(rows.spliterator(), false)
                .map(row -> new Due(row.getUUID("id"), row.getInteger("profile_wanted"))).toList());
    }

    /** Lets others go first when a record could not be filled. */
    Uni<Void> putOff(SqlConnection connection, UUID id, Instant now) {
        return connection.preparedQuery(PUT_OFF).execute(Tuple.of(id, utc(now))).replaceWithVoid();
    }

    /** The number of the copy wanted of an account, known here or not. */
    Uni<Due> wanted(SqlConnection connection, UUID id) {
        return connection.preparedQuery(WANTED).execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? new Due(id, FIRST_COPY)
                        : new Due(id, rows.iterator().next().getInteger("profile_wanted")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A record, and the number of the copy that is wanted. */
    record Due(UUID id, int wanted) {}
}
