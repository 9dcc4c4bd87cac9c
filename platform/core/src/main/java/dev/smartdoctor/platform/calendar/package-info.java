/**
 * What the iCalendar library leaves to its users.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.calendar;
