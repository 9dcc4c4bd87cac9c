package dev.smartdoctor.notification.recipient;

import java.util.UUID;

/** auth-service has no such account (any more): nobody is left to be told. */
public class AccountUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountUnknown(UUID accountId) {
        super("No account " + accountId);
    }
}
