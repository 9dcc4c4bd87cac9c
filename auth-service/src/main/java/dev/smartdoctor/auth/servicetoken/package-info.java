/**
 * Tokens with which the suite's services call each other's {@code /internal/**}.
 * Talks to: keys.
 */
package dev.smartdoctor.auth.servicetoken;
