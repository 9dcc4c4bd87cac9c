/**
 * Reads evidence out of what people write: words by a lexicon in four languages, negation, numbers with their units.
 *
 * <p>Talks to: nothing. Plain Java over the data in {@code triage/lexicon}.
 */
package dev.smartdoctor.assistant.evidence;
