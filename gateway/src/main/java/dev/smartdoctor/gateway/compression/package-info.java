/**
 * Which answers are sent compressed, to whom, and how. By hand rather than by the server's own compressor, which knows neither
 * routes nor types nor {@code Vary}, and costs every request a step more, asked for or not.
 * Talks to: nobody.
 */
package dev.smartdoctor.gateway.compression;
