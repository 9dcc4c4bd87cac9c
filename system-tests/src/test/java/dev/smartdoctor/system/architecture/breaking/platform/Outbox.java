package dev.smartdoctor.system.architecture.breaking.platform;

import dev.smartdoctor.system.architecture.breaking.auth.Account;

/** Knows the domain. */
public record Outbox(Account account) {}
