package dev.smartdoctor.gateway.exchange;

import java.util.concurrent.atomic.AtomicInteger;

/** A place on every client connection where one interceptor keeps what it learnt, typed and private to that interceptor. */
public final class Slot<T> {
    static final int COUNT = 4;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int index = NEXT.getAndIncrement();
    private final Class<T> type;

    public Slot(Class<T> type) {
        this.type = type;
        if (index >= COUNT) {
            throw new IllegalStateException("More than " + COUNT + " slots: raise the number");
        }
    }

    public T get(ClientConnection connection) {
        return type.cast(connection.slots[index]);
    }

    public void set(ClientConnection connection, T value) {
        connection.slots[index] = value;
    }
}
