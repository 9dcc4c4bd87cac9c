package dev.smartdoctor.system.architecture.breaking.auth;

/** What another service wrongly knows. */
public record Account(String name) {}
