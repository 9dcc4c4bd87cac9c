/**
 * The running suite that the tests share, and what they need to use it: a client, a mailbox, people.
 * Talks to: local-stack.
 */
package dev.smartdoctor.system.suite;
