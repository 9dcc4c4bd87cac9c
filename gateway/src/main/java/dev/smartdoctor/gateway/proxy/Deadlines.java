package dev.smartdoctor.gateway.proxy;

/** The relays under way on one event loop, in a list through themselves: a timer each would cost more than the rest of them. */
final class Deadlines {
    private Relay first;

    void add(Relay relay) {
        relay.next = first;
        if (first != null) {
            first.previous = relay;
        }
        first = relay;
    }

    void remove(Relay relay) {
        if (relay.previous != null) {
            relay.previous.next = relay.next;
        } else if (first == relay) {
            first = relay.next;
        }
        if (relay.next != null) {
            relay.next.previous = relay.previous;
        }
        relay.next = null;
        relay.previous = null;
    }

    void enforce(long now) {
        Relay relay = first;
        while (relay != null) {
            Relay following = relay.next;
            relay.enforceDeadline(now);
            relay = following;
        }
    }
}
