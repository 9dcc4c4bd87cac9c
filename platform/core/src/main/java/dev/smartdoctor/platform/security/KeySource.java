package dev.smartdoctor.platform.security;

import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** Where the public keys of access tokens come from: the key set of auth-service, or auth-service's own files. */
public interface KeySource {

    /** False until a key set was read at least once: until then nothing can be judged, and the answer is 503. */
    boolean isLoaded();

    /** The key of this id. An unknown id may make the source look again, soon and seldom; this call does not wait for it. */
    Optional<ECPublicKey> find(String keyId);
}
