/**
 * Who and what is let in: framing, sizes, paths, origins, tokens, roles.
 * Talks to: nobody; the key set and the revoked sessions are kept by the platform.
 */
package dev.smartdoctor.gateway.security;
