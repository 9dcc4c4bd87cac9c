/**
 * Signing keys and what is signed with them. Keys are files ({@code KeyFiles}), made and rotated by two commands of this
 * service's jar; the running service looks at them every 30 seconds.
 * Talks to: nobody; everybody reads {@code /.well-known/jwks.json}.
 */
package dev.smartdoctor.auth.keys;
