/**
 * Where a request comes from: address, device, and whether this account has signed in from that device before.
 * Talks to: nobody.
 */
package dev.smartdoctor.auth.device;
