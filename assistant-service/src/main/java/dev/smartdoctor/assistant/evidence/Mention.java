package dev.smartdoctor.assistant.evidence;

/**
 * A place in the text where the lexicon recognised evidence: tokens {@code from} (inclusive) to {@code to} (exclusive).
 */
record Mention(String evidence, int from, int to) {}
