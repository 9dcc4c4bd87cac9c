/**
 * Classes made to break the rules, so that a rule which checks nothing is found out.
 * Talks to: nobody.
 */
package dev.smartdoctor.system.architecture.breaking;
