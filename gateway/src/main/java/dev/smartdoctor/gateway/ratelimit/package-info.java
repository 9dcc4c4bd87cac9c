/**
 * How often somebody may ask: per address before the token is checked, per user after. Redis keeps the truth for all replicas;
 * this process takes small leases of it, and counts by itself while Redis is away.
 * Talks to: Redis.
 */
package dev.smartdoctor.gateway.ratelimit;
