/**
 * Errors as RFC 9457 problem bodies: what the domain throws, and how every failure becomes one.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.problem;
