package dev.smartdoctor.platform.outbox;

/** What is told of a thing. */
public enum ThingEventType implements EventType {
    HAPPENED, IGNORED;

    @Override
    public String type() {
        return this == HAPPENED ? "thing.happened" : "thing.ignored";
    }

    @Override
    public String aggregateType() {
        return "thing";
    }
}
