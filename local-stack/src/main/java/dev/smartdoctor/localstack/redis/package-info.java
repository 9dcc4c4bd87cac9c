/**
 * A real Redis for one machine, on the loopback, append-only and never evicting.
 *
 * <p>
 * Talks to: the Redis server it starts.
 */
package dev.smartdoctor.localstack.redis;
