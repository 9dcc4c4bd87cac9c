/**
 * The auth-service: accounts, sign-in, sessions, keys and roles. Start with {@code login.LoginService} for a sign-in,
 * {@code refresh.RefreshService} for what follows it, and {@code keys.KeyFiles} for what the tokens are signed with.
 */
package dev.smartdoctor.auth;
