package dev.smartdoctor.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps the owners' keys. It never leaves this object. */
public final class MasterKey {

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey wrapping;
    private final SecretKey fingerprints;

    private MasterKey(byte[] key) {
        this.wrapping = new SecretKeySpec(key, "AES");
        this.fingerprints = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), bytes("fingerprint")),
                "HmacSHA256");
    }

    /**
     * @param setting
     *            the name that a complaint is made under; the value is never repeated
     * @param base64
     *            32 random bytes in base64
     */
    public static MasterKey of(String setting, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(setting + " must be 32 bytes in base64");
        }
        return new MasterKey(key);
    }

    /** A fresh key, wrapped and ready to be stored; only the same context unwraps it. */
    public byte[] newWrappedKey(byte[] context) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Sealing.seal(wrapping, key, context);
    }

    public SecretKey unwrap(byte[] wrapped, byte[] context) {
        return new SecretKeySpec(Sealing.open(wrapping, wrapped, context), "AES");
    }

    /** A keyed digest (HMAC-SHA-256): equal for equal texts, and no way to test a guess without the key. */
    public byte[] fingerprint(String text) {
        return mac(fingerprints, bytes(text));
    }

    private static byte[] mac(SecretKey key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
