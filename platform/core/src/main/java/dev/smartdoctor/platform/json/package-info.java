/**
 * Strict JSON, in UTF-8: what is not documented is refused rather than guessed.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.json;
