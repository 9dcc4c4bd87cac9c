/**
 * The web client's files and the page of the interface's documents, from memory.
 * Talks to: nobody.
 */
package dev.smartdoctor.gateway.client;
