/**
 * The whole: reads the options, checks the machine, starts the parts in their order, tells the person what runs where, and
 * stops everything. {@link dev.smartdoctor.localstack.stack.LocalStack} is also a library for the system tests.
 *
 * <p>
 * Talks to: all parts, by the other packages.
 */
package dev.smartdoctor.localstack.stack;
