/**
 * Processes that must stay alive: how a part is started, watched, started again, ended, and recognised when an earlier
 * run left it behind. Knows nothing of what the parts do.
 *
 * <p>
 * Talks to: the operating system.
 */
package dev.smartdoctor.localstack.process;
