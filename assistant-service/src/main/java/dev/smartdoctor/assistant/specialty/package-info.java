/**
 * Finds the specialty that fits a trouble: what the rules say, then what the evidence points to, then how near the words are
 * to typical sentences of each specialty. Nearness of words may add, it never silences a rule.
 *
 * <p>Talks to: evidence. The embedding model runs inside this process, on threads of its own.
 */
package dev.smartdoctor.assistant.specialty;
