package dev.smartdoctor.auth.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What the other services learn of an account: ids and facts; names and addresses they ask for. */
@ApplicationScoped
public class AccountEvents {
    private final Outbox outbox;
    private final AccountWriteRepository accounts;

    AccountEvents(Outbox outbox, AccountWriteRepository accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    public Uni<Void> registered(SqlConnection tx, UUID id, Collection<String> roles, String locale, Instant now) {
        return append(tx, AccountEventType.REGISTERED, id, now,
                payload(id).put("roles", new JsonArray(List.copyOf(roles))).put("locale", locale));
    }

    public Uni<Void> verificationRequested(SqlConnection tx, UUID id, UUID verificationId, Instant now) {
        return append(tx, AccountEventType.VERIFICATION_REQUESTED, id, now,
                payload(id).put("verificationId", verificationId.toString()));
    }

    public Uni<Void> registrationRepeated(SqlConnection tx, UUID id, Instant now) {
        return append(tx, AccountEventType.REGISTRATION_REPEATED, id, now, payload(id));
    }

    public Uni<Void> verified(SqlConnection tx, UUID id, Instant now) {
        return append(tx, AccountEventType.VERIFIED, id, now, payload(id));
    }

    public Uni<Void> passwordResetRequested(SqlConnection tx, UUID id, UUID resetId, Instant now) {
        return append(tx, AccountEventType.PASSWORD_RESET_REQUESTED, id, now,
                payload(id).put("resetId", resetId.toString()));
    }

    public Uni<Void> passwordChanged(SqlConnection tx, UUID id, Instant now) {
        return append(tx, AccountEventType.PASSWORD_CHANGED, id, now, payload(id));
    }

    public Uni<Void> updated(SqlConnection tx, UUID id, Instant now) {
        return append(tx, AccountEventType.UPDATED, id, now, payload(id));
    }

    public Uni<Void> statusChanged(SqlConnection tx, UUID id, AccountStatus status, Instant now) {
        return append(tx, AccountEventType.STATUS_CHANGED, id, now, payload(id).put("status", status.code()));
    }

    private Uni<Void> append(SqlConnection tx, AccountEventType type, UUID id, Instant now, JsonObject payload) {
        return accounts.advance(tx, id)
                .chain(version -> outbox.append(tx, DomainEvent.of(type, id, version, now, payload)));
    }

    private static JsonObject payload(UUID id) {
        return new JsonObject().put("accountId", id.toString());
    }
}
