package dev.smartdoctor.auth.credential;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Hashing and checking passwords off the event loop: {@link PasswordHasher} in {@link HashingPool}. */
@ApplicationScoped
public class Passwords {
    private final HashingPool pool;
    private final PasswordHasher hasher;

    Passwords(HashingPool pool, CredentialConfig config) {
        this.pool = pool;
        Map<String, String> peppers = new HashMap<>(config.previousPeppers());
        peppers.put(config.pepperId(), config.pepper());
        this.hasher = new PasswordHasher(config.cost(), config.pepperId(), peppers);
    }

    public Uni<Credential> hash(String password) {
        return pool.submit(() -> hasher.hash(password));
    }

    /** Checks a password; where there is no credential it is checked all the same, and never right. */
    public Uni<Boolean> matches(String password, Optional<Credential> credential) {
        return pool
                .submit(() -> hasher.matches(password, credential.orElseGet(hasher::decoy)) && credential.isPresent());
    }

    /** The same password under today's cost and pepper, where the stored hash has others. */
    public Uni<Optional<Credential>> renewed(String password, Credential credential) {
        return hasher.outdated(credential)
                ? hash(password).map(Optional::of)
                : Uni.createFrom().item(Optional.<Credential>empty());
    }
}
