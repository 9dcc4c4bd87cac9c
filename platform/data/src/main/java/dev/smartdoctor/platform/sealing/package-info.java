/**
 * Text at rest: sealed with AES-256-GCM under a key of its owner's own, and that key under a master key. Forgetting the owner's
 * key forgets the texts, in every backup too.
 * Talks to: nothing; wrapped keys and sealed texts are kept by whoever owns the rows.
 */
package dev.smartdoctor.platform.sealing;
