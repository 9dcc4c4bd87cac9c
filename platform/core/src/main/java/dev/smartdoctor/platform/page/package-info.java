/**
 * Lists in pages: the one form in which every list of the interface is asked for and answered.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.page;
