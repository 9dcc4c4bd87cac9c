package dev.smartdoctor.gateway.proxy;

import java.util.Map;
import java.util.Set;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;

/**
 * Copies from a service's answer what is on the list; the rest, {@code Server} for one, stays inside. A service's own limits
 * ({@code RateLimit}) pass: the gateway tells of its own only where it refuses, and then no service answers.
 */
final class AnswerRebuild {
    private static final HeaderList ALLOWED = new HeaderList("allow", "cache-control", "content-disposition",
            "content-language", "content-length", "content-type", "deprecation", "etag", "last-modified", "link",
            "location", "ratelimit", "ratelimit-policy", "retry-after", "set-cookie", "sunset", "vary",
            "www-authenticate");
    private static final AsciiString CACHE_CONTROL = ALLOWED.find("cache-control");
    private static final AsciiString NO_STORE = AsciiString.cached("no-store");
    private static final AsciiString LOCATION = ALLOWED.find("location");

    private final String ownAddress;

    /** @param ownAddress the service's address as we call it, which must not be shown outside */
    AnswerRebuild(String ownAddress) {
        this.ownAddress = ownAddress;
    }

    void copy(MultiMap from, MultiMap to) {
        Set<String> hopByHop = HopByHop.namedBy(from);
        boolean cacheable = false;
        for (Map.Entry<String, String> header : from) {
            AsciiString name = ALLOWED.find(header.getKey());
            if (name == null || !hopByHop.isEmpty() && hopByHop.contains(name.toString())) {
                continue;
            }
            cacheable |= name == CACHE_CONTROL;
            to.add(name, name == LOCATION ? outside(header.getValue()) : header.getValue());
        }
        if (!cacheable) {
            to.add(CACHE_CONTROL, NO_STORE);
        }
    }

    private String outside(String location) {
        return location.startsWith(ownAddress + "/") ? location.substring(ownAddress.length()) : location;
    }
}
