/**
 * The database seen from a service: transactions, and what its errors mean.
 * Talks to: PostgreSQL.
 */
package dev.smartdoctor.platform.data;
