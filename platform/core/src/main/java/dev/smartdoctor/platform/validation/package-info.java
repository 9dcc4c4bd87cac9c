/**
 * What a name, an address, a phone number, a text may look like: Bean Validation constraints, the same in every part.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.validation;
