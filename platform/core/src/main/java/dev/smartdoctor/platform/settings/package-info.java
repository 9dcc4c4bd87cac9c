/**
 * Settings from the environment: secrets from files, and a start that refuses what is missing or only a placeholder.
 * Talks to: nobody.
 */
package dev.smartdoctor.platform.settings;
