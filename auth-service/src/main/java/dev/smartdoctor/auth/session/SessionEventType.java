package dev.smartdoctor.auth.session;

import dev.smartdoctor.platform.outbox.EventType;

/** What is told of a session. */
enum SessionEventType implements EventType {
    /**
     * An event of the account, not of the session: of one aggregate only the oldest unconfirmed event is in flight, and a
     * revocation must reach every part within two seconds even while nobody confirms that the session was started.
     */
    STARTED("session.started", "account"),
    REVOKED("session.revoked", "session"),
    REUSE_DETECTED("session.reuse_detected", "session");

    private final String type;
    private final String aggregateType;

    SessionEventType(String type, String aggregateType) {
        this.type = type;
        this.aggregateType = aggregateType;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String aggregateType() {
        return aggregateType;
    }
}
