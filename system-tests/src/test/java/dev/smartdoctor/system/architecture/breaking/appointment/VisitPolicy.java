package dev.smartdoctor.system.architecture.breaking.appointment;

import java.time.Instant;

import jakarta.inject.Inject;

import dev.smartdoctor.system.architecture.breaking.auth.Account;

/** Depends on another service, is put together by a container, and asks the machine for the time. */
public class VisitPolicy {
    @Inject
    Account account;

    boolean isOver(Instant end) {
        return Instant.now().isAfter(end) && account != null;
    }
}
