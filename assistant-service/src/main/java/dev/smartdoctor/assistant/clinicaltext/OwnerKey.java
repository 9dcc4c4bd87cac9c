package dev.smartdoctor.assistant.clinicaltext;

import java.util.UUID;

import javax.crypto.SecretKey;

/** A person's data key, unwrapped; it lives no longer than the request that asked for it. */
public record OwnerKey(UUID ownerId, SecretKey key) {

    @Override
    public String toString() {
        return "OwnerKey[" + ownerId + "]";
    }
}
