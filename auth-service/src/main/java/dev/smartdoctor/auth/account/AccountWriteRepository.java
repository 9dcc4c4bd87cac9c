package dev.smartdoctor.auth.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Locks and changes of account rows, always inside the caller's transaction. */
@ApplicationScoped
public class AccountWriteRepository {
    private static final String STATE = """
            SELECT id, email, full_name, phone, date_of_birth, locale, time_zone, roles, status,
                   verified_at IS NOT NULL AS verified, session_version, version
              FROM account""";

    /** Inserts the account unless its address is taken; answers whether it was inserted. */
    public Uni<Boolean> insert(SqlConnection tx, NewAccount account) {
        Profile profile = account.profile();
        return tx.preparedQuery("""
                INSERT INTO account (id, email, email_key, full_name, phone, date_of_birth, locale, time_zone, roles,
                                     status, verified_at, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'active', $10, $11)
                ON CONFLICT ON CONSTRAINT account_email_unique DO NOTHING""")
                .execute(Tuple.from(Arrays.asList(account.id(), account.email(), EmailKey.of(account.email()),
                        profile.fullName(), profile.phone(), profile.dateOfBirth(), profile.locale(),
                        profile.timeZone(),
                        array(account.roles()), account.verified() ? at(account.createdAt()) : null,
                        at(account.createdAt()))))
                .map(rows -> rows.rowCount() == 1);
    }

    public Uni<Optional<AccountState>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery(STATE + " WHERE id = $1 FOR NO KEY UPDATE").execute(Tuple.of(id)).map(this::first);
    }

    public Uni<Optional<AccountState>> lockByEmail(SqlConnection tx, String email) {
        return tx.preparedQuery(STATE + " WHERE email_key = $1 FOR NO KEY UPDATE").execute(Tuple.of(EmailKey.of(email)))
                .map(this::first);
    }

    /** The next version of the aggregate, for an event that changes nothing else in the row. */
    public Uni<Long> advance(SqlConnection tx, UUID id) {
        return tx.preparedQuery("UPDATE account SET version = version + 1 WHERE id = $1 RETURNING version")
                .execute(Tuple.of(id)).map(rows -> rows.iterator().next().getLong(0));
    }

    public Uni<Void> changeProfile(SqlConnection tx, UUID id, Profile profile) {
        return tx.preparedQuery("""
                UPDATE account SET full_name = $2, phone = $3, date_of_birth = $4, locale = $5, time_zone = $6
                 WHERE id = $1""")
                .execute(Tuple.of(id, profile.fullName(), profile.phone(), profile.dateOfBirth(), profile.locale(),
                        profile.timeZone()))
                .replaceWithVoid();
    }

    public Uni<Void> verify(SqlConnection tx, UUID id, Instant now) {
        return tx.preparedQuery("UPDATE account SET verified_at = coalesce(verified_at, $2) WHERE id = $1")
                .execute(Tuple.of(id, at(now))).replaceWithVoid();
    }

    public Uni<Void> changeAccess(SqlConnection tx, UUID id, Collection<String> roles, AccountStatus status) {
        return tx.preparedQuery("UPDATE account SET roles = $2, status = $3 WHERE id = $1")
                .execute(Tuple.of(id, array(roles), status.code())).replaceWithVoid();
    }

    /** Ends what was begun under the old session version; answers the new one. */
    public Uni<Integer> raiseSessionVersion(SqlConnection tx, UUID id) {
        return tx.preparedQuery(
                "UPDATE account SET session_version = session_version + 1 WHERE id = $1 RETURNING session_version")
                .execute(Tuple.of(id)).map(rows -> rows.iterator().next().getInteger(0));
    }

    /**
     * Counts the active administrators other than this one. The advisory lock, held to the end of the transaction, makes
     * two administrators who remove each other queue: the second then sees what the first did.
     */
    public Uni<Long> otherActiveAdmins(SqlConnection tx, UUID id) {
        return lockAdministrators(tx).chain(() -> tx
                .preparedQuery(
                        """
                SELECT count(*) FROM account
                 WHERE 'admin' = ANY (roles) AND status = 'active' AND verified_at IS NOT NULL AND id IS DISTINCT FROM $1""")
                .execute(Tuple.of(id))).map(rows -> rows.iterator().next().getLong(0));
    }

    public Uni<Void> lockAdministrators(SqlConnection tx) {
        return tx.query("SELECT pg_advisory_xact_lock(hashtext('auth.administrators'))").execute().replaceWithVoid();
    }

    private Optional<AccountState> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(state(row));
        }
        return Optional.empty();
    }

    private AccountState state(Row row) {
        Profile profile = new Profile(row.getString("full_name"), row.getString("phone"),
                row.getLocalDate("date_of_birth"),
                row.getString("locale"), row.getString("time_zone"));
        return new AccountState(row.getUUID("id"), row.getString("email"), profile,
                Set.of(row.getArrayOfStrings("roles")), AccountStatus.of(row.getString("status")),
                row.getBoolean("verified"), row.getInteger("session_version"), row.getLong("version"));
    }

    private static String[] array(Collection<String> roles) {
        return roles.stream().sorted().toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
