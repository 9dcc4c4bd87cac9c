/**
 * Says how urgent a trouble is, and which doctor fits: rules that are data, each with the guideline it rests on, over the
 * evidence read from the patient's words. Rules decide; nothing else may lower what they say.
 *
 * <p>Talks to: evidence, specialty. The endpoint is public and stores nothing.
 */
package dev.smartdoctor.assistant.triage;
