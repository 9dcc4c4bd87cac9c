/**
 * Consuming events: one consumer group per service and stream, each event handled in one transaction with its inbox row,
 * confirmed to its producer, and after five failures put aside as a dead letter.
 * Talks to: Redis, PostgreSQL; confirms to producers by REST.
 */
package dev.smartdoctor.platform.stream;
