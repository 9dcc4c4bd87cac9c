package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class KeySetTest {

    @Test
    void takesSignatureKeysOnP256() throws JoseException {
        assertThat(KeySet.parse(set(key("current", "sig"), key("next", null)))).containsOnlyKeys("current", "next");
    }

    @Test
    void passesOverKeysForOtherPurposes() throws JoseException {
        String noId = key(null, "sig");
        String encryption = key("enc", "enc");
        String secret = "{\"kty\":\"oct\",\"kid\":\"secret\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";
        String otherOperation = key("ops", null).replaceFirst("\\{", "{\"key_ops\":[\"encrypt\"],");
        String otherAlgorithm = key("alg", null).replaceFirst("\\{", "{\"alg\":\"ECDH-ES\",");
        EllipticCurveJsonWebKey other = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        other.setKeyId("p384");
        String otherCurve = other.toJson(OutputControlLevel.PUBLIC_ONLY);
        assertThat(KeySet.parse(set(noId, encryption, secret, otherOperation, otherAlgorithm, otherCurve,
                key("good", "sig")))).containsOnlyKeys("good");
    }

    @Test
    void trustsNeitherOfTwoKeysWithOneId() throws JoseException {
        assertThat(KeySet.parse(set(key("twice", "sig"), key("twice", "sig"), key("once", "sig"))))
                .containsOnlyKeys("once");
    }

    @Test
    void refusesWhatIsNoKeySet() {
        assertThatThrownBy(() -> KeySet.parse("{}")).isInstanceOf(JoseException.class);
        assertThatThrownBy(() -> KeySet.parse("<html>")).isInstanceOf(JoseException.class);
    }

    private static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static String key(String id, String use) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        key.setUse(use);
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
