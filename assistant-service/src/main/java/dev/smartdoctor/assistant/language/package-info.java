/**
 * The assistant's fixed texts in its four languages.
 *
 * <p>Talks to: nothing.
 */
package dev.smartdoctor.assistant.language;
