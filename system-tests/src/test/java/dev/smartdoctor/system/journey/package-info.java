/**
 * What people do, from beginning to end.
 * Talks to: the gateway and the mailbox of the shared suite.
 */
package dev.smartdoctor.system.journey;
