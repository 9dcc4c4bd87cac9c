package dev.smartdoctor.gateway.compression;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What a client says of the codings it takes (RFC 9110 §12.5.3). */
public final class AcceptEncoding {
    private AcceptEncoding() {
    }

    /** Whether it takes this coding: named, or meant by {@code *}, and not with a weight of zero. Silence is no consent. */
    public static boolean allows(MultiMap request, String coding) {
        if (request.get(HttpHeaders.ACCEPT_ENCODING) == null) {
            return false;
        }
        boolean any = false;
        for (String line : request.getAll(HttpHeaders.ACCEPT_ENCODING)) {
            for (String item : line.split(",")) {
                String[] parts = item.split(";", -1);
                String name = parts[0].trim();
                if (name.equalsIgnoreCase(coding)) {
                    return !isRefused(parts);
                }
                any |= name.equals("*") && !isRefused(parts);
            }
        }
        return any;
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].trim().matches("[qQ]=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
