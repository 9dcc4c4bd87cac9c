package dev.smartdoctor.auth.login;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.credential.CredentialRepository;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds whom an address means, in one statement, whether it means somebody or not. */
@ApplicationScoped
public class CandidateRepository {

    public Uni<Candidate> find(SqlConnection connection, String emailKey, Optional<UUID> device) {
        return connection.preparedQuery("""
                SELECT a.id, c.algorithm, c.cost, c.pepper_id, c.hash, d.device_id
                  FROM account a
                  LEFT JOIN credential c ON c.account_id = a.id
                  LEFT JOIN known_device d ON d.account_id = a.id AND d.device_id = $2
                 WHERE a.email_key = $1""")
                .execute(Tuple.of(emailKey, device.orElse(null)))
                .map(rows -> rows.rowCount() == 0
                        ? new Candidate(Optional.empty(), Optional.empty(), Optional.empty())
                        : candidate(rows.iterator().next()));
    }

    private static Candidate candidate(Row row) {
        return new Candidate(Optional.of(row.getUUID("id")),
                row.getString("hash") == null ? Optional.empty() : Optional.of(CredentialRepository.read(row)),
                Optional.ofNullable(row.getUUID("device_id")));
    }
}
