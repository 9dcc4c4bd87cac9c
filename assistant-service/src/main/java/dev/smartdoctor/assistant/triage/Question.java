package dev.smartdoctor.assistant.triage;

import java.util.Map;

/**
 * A question to the patient. {@code asks} is the finding that "yes" adds; null for a question whose answer is read as text.
 * {@code not} names a finding that makes the question pointless.
 */
record Question(String id, String asks, String not, Map<String, String> text) {}
