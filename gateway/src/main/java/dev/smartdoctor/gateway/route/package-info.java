/**
 * What may be asked for: one table of paths and methods, with who may, what it costs and which service answers.
 * Talks to: nobody.
 */
package dev.smartdoctor.gateway.route;
