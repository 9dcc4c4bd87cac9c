/**
 * Which engine answers. Guided is built in; this release wires no language model, and says so.
 *
 * <p>Talks to: specialty.
 */
package dev.smartdoctor.assistant.model;
