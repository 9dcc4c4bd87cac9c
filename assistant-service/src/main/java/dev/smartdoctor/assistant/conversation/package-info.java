/**
 * Conversations: whose they are, what was said (sealed), and how an answer reaches the page, at once or as a stream.
 *
 * <p>Talks to: guide, proposal, clinicaltext, the database.
 */
package dev.smartdoctor.assistant.conversation;
