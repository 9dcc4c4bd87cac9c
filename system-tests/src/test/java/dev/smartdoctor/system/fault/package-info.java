/**
 * What must hold when parts die or people race: no visit doubled, none lost, each mailed once.
 * Talks to: suites of its own, and their databases to look behind the services.
 */
package dev.smartdoctor.system.fault;
