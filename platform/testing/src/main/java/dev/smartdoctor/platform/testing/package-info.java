/**
 * Real PostgreSQL, Redis and SMTP for every test JVM, a stand-in for auth-service, and tokens signed like the real ones.
 * Talks to: nobody outside the test JVM.
 */
package dev.smartdoctor.platform.testing;
