/**
 * Tokens that travel by mail: the id of a request and a code derived from it, so that none is ever stored.
 * Talks to: nobody.
 */
package dev.smartdoctor.auth.mailtoken;
