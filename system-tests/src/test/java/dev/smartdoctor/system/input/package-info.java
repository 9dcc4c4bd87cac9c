/**
 * Whatever can be sent that is wrong, to every call there is; and every text field with text that breaks programs.
 * Talks to: the running suite through its gateway, its databases to see that nothing was stored.
 */
package dev.smartdoctor.system.input;
