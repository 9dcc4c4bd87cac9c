/**
 * The transactional outbox: events are rows of the transaction that caused them, and a relay publishes them to a Redis
 * stream until every named consumer group has confirmed.
 * Talks to: PostgreSQL, Redis; consumers confirm by REST.
 */
package dev.smartdoctor.platform.outbox;
