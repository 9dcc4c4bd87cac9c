/**
 * Request and trace ids: one W3C trace context from the gateway to the last event, in every log line and problem body.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.trace;
