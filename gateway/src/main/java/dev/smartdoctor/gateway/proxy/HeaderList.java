package dev.smartdoctor.gateway.proxy;

import io.netty.util.AsciiString;

/** A fixed set of header names, found by the hash that the decoder has already computed; answers the name's own spelling. */
final class HeaderList {
    private static final int SLOTS = 128;

    private final AsciiString[] names = new AsciiString[SLOTS];

    HeaderList(String... allowed) {
        for (String name : allowed) {
            AsciiString key = AsciiString.cached(name);
            int slot = AsciiString.hashCode(key) & SLOTS - 1;
            while (names[slot] != null) {
                slot = slot + 1 & SLOTS - 1;
            }
            names[slot] = key;
        }
    }

    /** The allowed name that this one is, in lower case, or null. */
    AsciiString find(CharSequence name) {
        int slot = AsciiString.hashCode(name) & SLOTS - 1;
        while (names[slot] != null) {
            if (names[slot].contentEqualsIgnoreCase(name)) {
                return names[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return null;
    }
}
