/**
 * Words, times and looks: turns a kind of message, its facts and names into a mail's subject, HTML, text and calendar file, in
 * the recipient's language. Nothing here reads or sends.
 * Talks to: nobody.
 */
package dev.smartdoctor.notification.template;
