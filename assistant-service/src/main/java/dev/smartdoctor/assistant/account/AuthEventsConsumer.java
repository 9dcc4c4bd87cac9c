package dev.smartdoctor.assistant.account;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.clinicaltext.OwnerKeys;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Erases conversations and, with the key, every copy of them in backups, when an account is erased. */
@ApplicationScoped
public class AuthEventsConsumer implements EventHandler {

    private static final String ERASE = "delete from conversation where owner_id = $1";

    private final OwnerKeys keys;

    public AuthEventsConsumer(OwnerKeys keys) {
        this.keys = keys;
    }

    @Override
    public String stream() {
        return "auth.events";
    }

    @Override
    public Set<String> types() {
        return Set.of("account.erased");
    }

    @Override
    public Uni<Void> handle(SqlConnection tx, DomainEvent event) {
        UUID owner = UUID.fromString(event.payload().getString("accountId"));
        return tx.preparedQuery(ERASE).execute(Tuple.of(owner)).chain(() -> keys.erase(tx, owner));
    }
}
