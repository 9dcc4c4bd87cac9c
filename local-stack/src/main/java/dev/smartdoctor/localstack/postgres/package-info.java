/**
 * A real, durable PostgreSQL server for one machine: its binaries, its data folder, its roles and databases, and what it
 * takes to run as root and to come back after `kill -9`.
 *
 * <p>
 * Talks to: the PostgreSQL server it starts.
 */
package dev.smartdoctor.localstack.postgres;
