package dev.smartdoctor.gateway.door;

import dev.smartdoctor.gateway.exchange.ClientConnection;
import dev.smartdoctor.gateway.security.FramingGuard;

/** A connection and the guard that reads it first. */
record Guest(ClientConnection connection, FramingGuard guard) {

    boolean outstays(long now, DoorConfig config) {
        return guard.headAwaited(now) > config.headDeadline().toNanos()
                || !connection.isBusy() && guard.idle(now) > config.idle().toNanos();
    }
}
