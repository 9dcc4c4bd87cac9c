/**
 * What administrators do with accounts, and the first administrator.
 * Talks to: credential, password (an invitation is a password reset), session, audit.
 */
package dev.smartdoctor.auth.admin;
