/**
 * Sign-in with address and password.
 * Talks to: throttle, credential, session, grant, audit.
 */
package dev.smartdoctor.auth.login;
