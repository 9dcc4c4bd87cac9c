/**
 * Hands a request that may pass to its service, and the answer back: streamed both ways, with headers written anew.
 * Talks to: the four services.
 */
package dev.smartdoctor.gateway.proxy;
