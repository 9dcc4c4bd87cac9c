/**
 * Sends what was planned: claims due deliveries, has each mail written and handed over, and keeps what became of it. A mail is
 * sent at least once and under one Message-ID; docs/adr tells why.
 * Talks to: its table, recipient, visit, preference, template, smtp.
 */
package dev.smartdoctor.notification.delivery;
