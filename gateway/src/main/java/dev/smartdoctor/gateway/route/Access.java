package dev.smartdoctor.gateway.route;

import java.util.Collections;
import java.util.Set;

/**
 * Who may use a route. The services check again, and only they know what belongs to whom; the gateway keeps out whoever could
 * never be right.
 */
public record Access(boolean needsToken, Set<String> roles) {
    public static final Access PUBLIC = new Access(false, Set.of());
    public static final Access AUTHENTICATED = new Access(true, Set.of());

    /** Signed in with at least one of these roles. */
    public static Access roles(String... roles) {
        return new Access(true, Set.of(roles));
    }

    public boolean allows(Set<String> held) {
        return roles.isEmpty() || !Collections.disjoint(roles, held);
    }
}
