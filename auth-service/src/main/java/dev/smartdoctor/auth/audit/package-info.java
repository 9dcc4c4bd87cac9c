/**
 * What happened to access, in a table that takes inserts only.
 * Talks to: nobody; the other features append in their own transactions.
 */
package dev.smartdoctor.auth.audit;
