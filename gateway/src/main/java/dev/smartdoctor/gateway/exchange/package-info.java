/**
 * One request on its way through the gateway: what is known of it so far, and how it is answered or refused.
 * Talks to: nobody.
 */
package dev.smartdoctor.gateway.exchange;
