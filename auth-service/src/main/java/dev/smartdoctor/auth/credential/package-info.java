/**
 * Passwords: what is acceptable, how they are hashed, where the hashing runs.
 * Talks to: nobody; no database connection is held while one of these works.
 */
package dev.smartdoctor.auth.credential;
