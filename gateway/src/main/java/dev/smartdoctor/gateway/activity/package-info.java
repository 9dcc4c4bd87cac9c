/**
 * Tells auth-service in whose sessions calls came in, so that the idle limit counts what people do anywhere in the suite.
 * Talks to: auth-service.
 */
package dev.smartdoctor.gateway.activity;
