/**
 * Real PostgreSQL, Redis and SMTP for every test JVM, a stand-in for auth-service, tokens signed like the real ones, and an
 * example of every event.
 * Talks to: nobody outside the test JVM.
 */
package dev.smartdoctor.platform.testing;
