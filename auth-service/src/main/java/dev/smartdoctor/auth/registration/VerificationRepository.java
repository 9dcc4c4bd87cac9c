package dev.smartdoctor.auth.registration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.Profile;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.CredentialRepository;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Verifications, each with what was typed at the registration that caused it. */
@ApplicationScoped
public class VerificationRepository {

    public Uni<Void> insert(SqlConnection tx, Verification verification, Instant now) {
        Profile profile = verification.profile();
        Credential credential = verification.credential();
        return tx.preparedQuery("""
                INSERT INTO email_verification (id, account_id, requested_at, expires_at, full_name, phone, date_of_birth,
                                                locale, time_zone, algorithm, cost, pepper_id, hash)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)""")
                .execute(Tuple.from(Arrays.asList(verification.id(), verification.accountId(), at(now),
                        at(verification.expiresAt()), profile.fullName(), profile.phone(), profile.dateOfBirth(),
                        profile.locale(), profile.timeZone(), credential.algorithm(), credential.cost(),
                        credential.pepperId(), credential.hash())))
                .replaceWithVoid();
    }

    /** A verification that was neither used nor replaced and has not expired. */
    public Uni<Optional<Verification>> findOpen(SqlConnection connection, UUID id, Instant now) {
        return connection.preparedQuery("""
                SELECT id, account_id, expires_at, full_name, phone, date_of_birth, locale, time_zone, algorithm, cost,
                       pepper_id, hash
                  FROM email_verification WHERE id = $1 AND consumed_at IS NULL AND expires_at > $2""")
                .execute(Tuple.of(id, at(now)))
                .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
    }

    /** Closes every open verification of the account: one link was used, or the address was proved in another way. */
    public Uni<Void> closeAll(SqlConnection tx, UUID accountId, Instant now) {
        return tx
                .preparedQuery(
                        "UPDATE email_verification SET consumed_at = $2 WHERE account_id = $1 AND consumed_at IS NULL")
                .execute(Tuple.of(accountId, at(now))).replaceWithVoid();
    }

    private static Verification read(Row row) {
        Profile profile = new Profile(row.getString("full_name"), row.getString("phone"),
                row.getLocalDate("date_of_birth"),
                row.getString("locale"), row.getString("time_zone"));
        return new Verification(row.getUUID("id"), row.getUUID("account_id"),
                row.getOffsetDateTime("expires_at").toInstant(), profile, CredentialRepository.read(row));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A link that was mailed, and what following it makes true. */
    public record Verification(UUID id, UUID accountId, Instant expiresAt, Profile profile, Credential credential) {}
}
