package dev.smartdoctor.gateway.proxy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** The headers that {@code Connection} names: they are meant for the next reader alone (RFC 9110 §7.6.1). */
final class HopByHop {
    private HopByHop() {
    }

    /** Lower-case names; mostly none, which costs one look. */
    static Set<String> namedBy(MultiMap headers) {
        String single = headers.get(HttpHeaders.CONNECTION);
        if (single == null || single.equalsIgnoreCase("keep-alive") || single.equalsIgnoreCase("close")) {
            List<String> all = single == null ? List.of() : headers.getAll(HttpHeaders.CONNECTION);
            if (all.size() < 2) {
                return Set.of();
            }
        }
        Set<String> named = new HashSet<>();
        for (String line : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : line.split(",")) {
                named.add(name.trim().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }
}
