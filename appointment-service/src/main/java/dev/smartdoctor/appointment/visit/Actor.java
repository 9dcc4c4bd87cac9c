package dev.smartdoctor.appointment.visit;

import java.util.Set;
import java.util.UUID;

import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;

/** The caller as a plain value, so that it can be carried past the end of the request's own thread. */
public record Actor(UUID id, Set<String> roles) {

    public static Actor of(Caller caller) {
        return new Actor(caller.id(), Set.copyOf(caller.roles()));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Reception and administration see every visit of the clinic, though not all of each. */
    public boolean seesEveryVisit() {
        return has(Roles.RECEPTIONIST) || has(Roles.ADMIN);
    }
}
