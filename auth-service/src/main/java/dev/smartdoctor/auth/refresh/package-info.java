/**
 * Exchanging and giving back refresh tokens: rotation, reuse detection, sign-out.
 * Talks to: session, keys.
 */
package dev.smartdoctor.auth.refresh;
