package dev.smartdoctor.auth.credential;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;

/** Hashing and checking passwords off the event loop: {@link PasswordHasher} in {@link HashingPool}. */
@ApplicationScoped
public class Passwords {
    private final HashingPool pool;
    private final PasswordHasher hasher;
    /** Around the hash itself, so that it shows whether one was computed, and not merely a thread asked for. */
    private final Timer timer;

    Passwords(HashingPool pool, CredentialConfig config, MeterRegistry meters) {
        this.pool = pool;
        this.timer = Timer.builder("auth.hashing").description("Password hashes: how many, how long").register(meters);
        Map<String, String> peppers = new HashMap<>(config.previousPeppers());
        peppers.put(config.pepperId(), config.pepper());
        this.hasher = new PasswordHasher(config.cost(), config.pepperId(), peppers);
    }

    public Uni<Credential> hash(String password) {
        return pool.submit(() -> timer.recordCallable(() -> hasher.hash(password)));
    }

    /** Checks a password; where there is no credential it is checked all the same, and never right. */
    public Uni<Boolean> matches(String password, Optional<Credential> credential) {
        return pool.submit(() -> isHashedTo(password, credential.orElseGet(hasher::decoy)) && credential.isPresent());
    }

    private boolean isHashedTo(String password, Credential credential) {
        return timer.record(() -> hasher.matches(password, credential));
    }

    /** The same password under today's cost and pepper, where the stored hash has others. */
    public Uni<Optional<Credential>> renewed(String password, Credential credential) {
        return hasher.outdated(credential)
                ? hash(password).map(Optional::of)
                : Uni.createFrom().item(Optional.<Credential>empty());
    }
}
