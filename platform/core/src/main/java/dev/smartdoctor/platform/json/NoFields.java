package dev.smartdoctor.platform.json;

/**
 * The body of a call that needs none: absent, or an object without fields. A method that takes it refuses every other body, where one
 * without a body parameter would never read what it was sent.
 */
public record NoFields() {}
