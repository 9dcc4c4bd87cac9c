/**
 * What a sign-in and a refresh answer: an access token, a refresh token, and who the person is.
 * Talks to: keys.
 */
package dev.smartdoctor.auth.grant;
