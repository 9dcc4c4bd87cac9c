package dev.smartdoctor.platform.outbox;

/**
 * A type of event that a service produces. Services list theirs in enums, so that tests can hold each type against its example
 * and against {@code docs/events.md}.
 */
public interface EventType {
    /** The text in the stream, such as {@code appointment.booked}. */
    String type();

    /** What it happens to, such as {@code appointment}. */
    String aggregateType();
}
