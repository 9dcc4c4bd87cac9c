/**
 * The mailbox of the local run: takes every mail by SMTP, sends none on, keeps them over restarts, shows them on a page and
 * answers like Mailpit's API, so that the same tests run against Mailpit itself. Runs as a process of its own.
 *
 * <p>
 * Talks to: nobody; services send to it, people and tests read from it.
 */
package dev.smartdoctor.localstack.mailbox;
