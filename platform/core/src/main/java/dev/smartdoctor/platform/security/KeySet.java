package dev.smartdoctor.platform.security;

import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.Map;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/** The usable keys of a JSON Web Key Set (RFC 7517): P-256 signature keys with an id. Everything else in it is passed over. */
final class KeySet {
    private KeySet() {
    }

    static Map<String, ECPublicKey> parse(String json) throws JoseException {
        Map<String, ECPublicKey> keys = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
            boolean forSignatures = key.getUse() == null || Use.SIGNATURE.equals(key.getUse());
            if (forSignatures && key.getKeyId() != null && key instanceof EllipticCurveJsonWebKey curve
                    && "P-256".equals(curve.getCurveName())) {
                keys.put(key.getKeyId(), curve.getECPublicKey());
            }
        }
        return Map.copyOf(keys);
    }
}
