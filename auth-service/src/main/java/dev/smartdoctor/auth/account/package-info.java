/**
 * Accounts and their profiles: who somebody is, whom the clinic's other parts ask about here. Reading goes through
 * Hibernate Reactive ({@code AccountRepository}), everything that changes or locks a row through the SQL client
 * ({@code AccountWriteRepository}).
 * Talks to: audit; answers the other services on {@code /internal/accounts}.
 */
package dev.smartdoctor.auth.account;
