/**
 * Classes made to break the rules.
 * Talks to: nobody.
 */
package dev.smartdoctor.system.architecture.breaking.appointment;
