/**
 * What the gateway says of itself and of the interface: the public status, the document of all services, readiness.
 * Talks to: the four services (their OpenAPI documents, and whether they answer).
 */
package dev.smartdoctor.gateway.status;
