/**
 * The clinic that the local run shows: accounts, locations, doctors and their hours, entered through the public API at
 * the first start.
 *
 * <p>
 * Talks to: auth-service and appointment-service by their HTTP interface, the mailbox by its API.
 */
package dev.smartdoctor.localstack.demo;
