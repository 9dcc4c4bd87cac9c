/**
 * Who is calling: access tokens verified by every part itself, revoked sessions, and tokens of the services' own.
 * Talks to: auth-service (key set, revocations, service tokens) by REST, and the stream auth.events.
 */
package dev.smartdoctor.platform.security;
