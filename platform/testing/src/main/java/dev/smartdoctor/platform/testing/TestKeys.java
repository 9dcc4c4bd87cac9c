package dev.smartdoctor.platform.testing;

import java.security.interfaces.ECPrivateKey;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The one signing key of this test JVM. It is kept in a system property, since test classes, test resources and the
 * application may each be loaded by another class loader, and must agree.
 */
final class TestKeys {
    private static final String PROPERTY = "smart-doctor.testing.key";
    private static final EllipticCurveJsonWebKey KEY = load();

    private TestKeys() {
    }

    static String keyId() {
        return KEY.getKeyId();
    }

    static ECPrivateKey privateKey() {
        return (ECPrivateKey) KEY.getPrivateKey();
    }

    static String keySet() {
        return "{\"keys\":[" + KEY.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private static EllipticCurveJsonWebKey load() {
        synchronized (System.getProperties()) {
            try {
                String known = System.getProperty(PROPERTY);
                if (known != null) {
                    return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(known);
                }
                EllipticCurveJsonWebKey fresh = EcJwkGenerator.generateJwk(EllipticCurves.P256);
                fresh.setKeyId("test-key");
                fresh.setUse("sig");
                fresh.setAlgorithm("ES256");
                System.setProperty(PROPERTY, fresh.toJson(OutputControlLevel.INCLUDE_PRIVATE));
                return fresh;
            } catch (JoseException e) {
                throw new IllegalStateException("No key for tests could be made", e);
            }
        }
    }
}
