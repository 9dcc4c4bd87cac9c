/**
 * Slows down guessing: every way to prove a password goes through {@code SignInThrottle}.
 * Talks to: nobody; its counts are in the database, so that all replicas share them.
 */
package dev.smartdoctor.auth.throttle;
