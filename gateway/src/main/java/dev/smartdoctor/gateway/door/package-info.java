/**
 * The listening side: connections, the order of the interceptors, TLS, metrics, and opening and closing of it all.
 * Talks to: whoever connects.
 */
package dev.smartdoctor.gateway.door;
