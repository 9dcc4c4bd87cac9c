/**
 * What all services' OpenAPI documents have in common, added when a service is built.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.openapi;
