package dev.smartdoctor.platform.security;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Keys and settings for tests of the token rule that need no container. */
final class TokenFixture {
    static final String KEY_ID = "fixture-key";
    static final KeyPair PAIR = pair();

    private TokenFixture() {
    }

    static ECPrivateKey privateKey() {
        return (ECPrivateKey) PAIR.getPrivate();
    }

    static ECPublicKey publicKey() {
        return (ECPublicKey) PAIR.getPublic();
    }

    static KeySource keys(Map<String, ECPublicKey> keys) {
        Map<String, ECPublicKey> known = new HashMap<>(keys);
        return new KeySource() {
            @Override
            public boolean isLoaded() {
                return true;
            }

            @Override
            public Optional<ECPublicKey> find(String keyId) {
                return Optional.ofNullable(known.get(keyId));
            }
        };
    }

    static TokenConfig config() {
        return new TokenConfig() {
            @Override
            public String issuer() {
                return "https://smart-doctor";
            }

            @Override
            public String audience() {
                return "smart-doctor";
            }

            @Override
            public String ownName() {
                return "appointment-service";
            }

            @Override
            public Duration clockSkew() {
                return Duration.ofSeconds(5);
            }

            @Override
            public int cacheSize() {
                return 100;
            }
        };
    }

    private static KeyPair pair() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            return new KeyPair(key.getPublicKey(), key.getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
