package dev.smartdoctor.notification.planning;

import java.util.Set;
import java.util.UUID;

import dev.smartdoctor.platform.outbox.DomainEvent;
import io.vertx.core.json.JsonObject;

/**
 * What an event of auth-service means for the mailbox and the inbox. Mails of an account are never subject to preferences:
 * each is either asked for or a warning.
 */
public final class AccountPlanner {
    static final Set<String> TYPES = Set.of("account.verification_requested", "account.registration_repeated",
            "account.password_reset_requested", "account.password_changed", "account.updated", "account.erased",
            "session.started", "session.reuse_detected");

    public Plan plan(DomainEvent event) {
        Plan.Builder plan = Plan.builder();
        UUID account = UUID.fromString(event.payload().getString("accountId"));
        switch (event.type()) {
            case "account.verification_requested" ->
                mail(plan, event, account, MessageKind.VERIFY_EMAIL, "verificationId");
            case "account.registration_repeated" -> mail(plan, event, account, MessageKind.REGISTRATION_REPEATED);
            case "account.password_reset_requested" ->
                mail(plan, event, account, MessageKind.PASSWORD_RESET, "resetId");
            case "account.password_changed" -> warn(plan, event, account, MessageKind.PASSWORD_CHANGED);
            case "account.updated" -> plan.changed(account);
            case "account.erased" -> plan.erased(account);
            case "session.started" -> signIn(plan, event, account);
            case "session.reuse_detected" -> warn(plan, event, account, MessageKind.SESSION_REUSE);
            default -> throw new IllegalArgumentException("No plan for " + event.type());
        }
        return plan.build();
    }

    /** The first sign-in of an account is always from a new device and surprises nobody. */
    private void signIn(Plan.Builder plan, DomainEvent event, UUID account) {
        JsonObject payload = event.payload();
        if (payload.getBoolean("newDevice", false) && !payload.getBoolean("firstSignIn", false)) {
            warn(plan, event, account, MessageKind.NEW_DEVICE);
        }
    }

    private void warn(Plan.Builder plan, DomainEvent event, UUID account, MessageKind kind) {
        mail(plan, event, account, kind);
        plan.item(new PlannedItem(event.id(), account, null, kind, null, factsOf(event)));
    }

    private void mail(Plan.Builder plan, DomainEvent event, UUID account, MessageKind kind, String... neededIds) {
        for (String field : neededIds) {
            UUID.fromString(event.payload().getString(field));
        }
        plan.mail(new PlannedMail(event.id(), account, kind, factsOf(event)));
    }

    /** The payload with what the envelope knows: the moment and the version. */
    static JsonObject factsOf(DomainEvent event) {
        return event.payload().copy().put("version", event.version()).put("occurredAt", event.occurredAt());
    }
}
