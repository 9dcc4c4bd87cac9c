package dev.smartdoctor.auth.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

import dev.smartdoctor.auth.keys.KeySetView.KeyView;

/** A P-256 key pair; its id is the key's own thumbprint (RFC 7638), so that two keys never share one. */
public record SigningKey(String id, ECPrivateKey privateKey, ECPublicKey publicKey) {
    private static final int COORDINATE_BYTES = 32;

    static SigningKey of(ECPrivateKey privateKey, ECPublicKey publicKey) {
        return new SigningKey(thumbprint(publicKey), privateKey, publicKey);
    }

    /** The public half as a JSON Web Key (RFC 7517). */
    KeyView publicJwk() {
        return new KeyView("EC", "P-256", coordinate(publicKey.getW().getAffineX()),
                coordinate(publicKey.getW().getAffineY()), "sig", "ES256", id);
    }

    private static String thumbprint(ECPublicKey key) {
        String members = String.format("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}",
                coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
