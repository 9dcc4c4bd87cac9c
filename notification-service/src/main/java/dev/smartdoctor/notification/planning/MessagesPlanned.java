package dev.smartdoctor.notification.planning;

/** Told inside this process once plans are committed, so that mails need not wait for the next sweep. */
public record MessagesPlanned() {}
