/**
 * The clock that all parts read, so that tests can move it.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.time;
