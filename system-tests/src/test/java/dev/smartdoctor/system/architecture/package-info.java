/**
 * Rules of the code's shape, each proved by a class made to break it, and papers kept true to the code.
 * Talks to: nobody; reads compiled classes and files.
 */
package dev.smartdoctor.system.architecture;
