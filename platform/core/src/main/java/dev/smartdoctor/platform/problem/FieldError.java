package dev.smartdoctor.platform.problem;

/** One field that was refused: its path in the request, a stable code, and words for a person. */
public record FieldError(String field, String code, String message) {}
