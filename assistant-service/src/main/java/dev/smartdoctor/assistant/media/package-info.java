/**
 * Pictures and speech. They need a model that sees or hears; where none is set, that is what is said.
 *
 * <p>Talks to: nothing.
 */
package dev.smartdoctor.assistant.media;
