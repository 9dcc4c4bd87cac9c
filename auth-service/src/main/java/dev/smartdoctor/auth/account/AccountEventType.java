package dev.smartdoctor.auth.account;

import dev.smartdoctor.platform.outbox.EventType;

/** What is told of an account. */
enum AccountEventType implements EventType {
    REGISTERED("account.registered"),
    VERIFICATION_REQUESTED("account.verification_requested"),
    REGISTRATION_REPEATED("account.registration_repeated"),
    VERIFIED("account.verified"),
    PASSWORD_RESET_REQUESTED("account.password_reset_requested"),
    PASSWORD_CHANGED("account.password_changed"),
    UPDATED("account.updated"),
    STATUS_CHANGED("account.status_changed");

    private final String type;

    AccountEventType(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String aggregateType() {
        return "account";
    }
}
