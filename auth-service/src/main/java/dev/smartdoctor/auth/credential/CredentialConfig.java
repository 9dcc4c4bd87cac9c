package dev.smartdoctor.auth.credential;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Settings of password hashing. */
@ConfigMapping(prefix = "auth.credential")
public interface CredentialConfig {

    /** bcrypt's cost: 2 to this power rounds. */
    int cost();

    /** The secret under which passwords are keyed before they are hashed. */
    String pepper();

    /** The name of that secret, stored with each hash, so that it can be replaced. */
    String pepperId();

    /** Earlier peppers by name, until everybody who was hashed under them has signed in. */
    Map<String, String> previousPeppers();

    /** Hashing threads; cores − 1, at least 1, where not set. */
    Optional<Integer> threads();

    /** Hashes that may wait for each thread; beyond that the answer is 503. */
    int queuePerThread();
}
