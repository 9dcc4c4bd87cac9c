/**
 * One budget of time for a request, given by the gateway and passed from service to service: what cannot be answered in time
 * any more is not begun.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.deadline;
