package dev.smartdoctor.assistant.model;

/** Which engine answers now, and why; {@code embeddings} is {@code loading, ready, off} or {@code failed}. */
public record StatusView(String engine, String requested, String reason, String embeddings, String rulesVersion) {}
