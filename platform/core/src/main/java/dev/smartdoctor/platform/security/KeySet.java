package dev.smartdoctor.platform.security;

import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.KeyOperations;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * The usable keys of a JSON Web Key Set (RFC 7517): P-256 keys with an id, meant for signatures. Everything else in it is passed
 * over, and so are keys that share an id: which of them signed cannot be told.
 */
final class KeySet {
    private KeySet() {
    }

    static Map<String, ECPublicKey> parse(String json) throws JoseException {
        Map<String, ECPublicKey> keys = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
            if (key.getKeyId() != null && !seen.add(key.getKeyId())) {
                ambiguous.add(key.getKeyId());
            }
            if (isUsable(key) && key instanceof EllipticCurveJsonWebKey curve
                    && "P-256".equals(curve.getCurveName())) {
                keys.put(key.getKeyId(), curve.getECPublicKey());
            }
        }
        keys.keySet().removeAll(ambiguous);
        return Map.copyOf(keys);
    }

    private static boolean isUsable(JsonWebKey key) {
        boolean forSignatures = key.getUse() == null || Use.SIGNATURE.equals(key.getUse());
        boolean mayVerify = key.getKeyOps() == null || key.getKeyOps().contains(KeyOperations.VERIFY);
        boolean ofOurAlgorithm = key.getAlgorithm() == null
                || AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(key.getAlgorithm());
        return key.getKeyId() != null && forSignatures && mayVerify && ofOurAlgorithm;
    }
}
