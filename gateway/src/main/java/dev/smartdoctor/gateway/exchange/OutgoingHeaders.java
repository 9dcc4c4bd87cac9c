package dev.smartdoctor.gateway.exchange;

import java.util.Arrays;

import io.vertx.core.MultiMap;

/** The headers that a service is sent, in order; a plain list, since nothing is ever looked up in it. */
public final class OutgoingHeaders {
    private CharSequence[] pairs = new CharSequence[40];
    private int size;

    public void add(CharSequence name, CharSequence value) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = name;
        pairs[size++] = value;
    }

    public void writeTo(MultiMap headers) {
        for (int i = 0; i < size; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
    }
}
