/**
 * The suite as its users and operators meet it: packaged parts, real stores, real mails, a real browser.
 * Talks to: a local stack of its own, on free ports.
 */
package dev.smartdoctor.system;
