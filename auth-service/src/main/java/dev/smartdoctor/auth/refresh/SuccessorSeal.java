package dev.smartdoctor.auth.refresh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.smartdoctor.auth.session.OpaqueToken;

/**
 * Seals a token under a key that only its parent yields (AES-256-GCM, the key by HMAC-SHA-256 of the parent): the database
 * can give the same successor once more to whoever holds the parent, and to nobody else.
 */
final class SuccessorSeal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] LABEL = "smart-doctor refresh successor".getBytes(StandardCharsets.UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SuccessorSeal() {
    }

    static byte[] seal(OpaqueToken parent, OpaqueToken successor) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, parent, nonce, successor.value().getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    static OpaqueToken open(OpaqueToken parent, byte[] all) {
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] opened = run(Cipher.DECRYPT_MODE, parent, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length));
        return new OpaqueToken(new String(opened, StandardCharsets.UTF_8));
    }

    private static byte[] run(int mode, OpaqueToken parent, byte[] nonce, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(parent.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac.doFinal(LABEL), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed successor cannot be made or opened", e);
        }
    }
}
