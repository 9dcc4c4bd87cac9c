package dev.smartdoctor.platform.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D): a sealed value is a format byte, a random 96-bit nonce and the output. The context is
 * authenticated with it, so that nothing sealed can be moved to another place.
 */
public final class Sealing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 16;

    private Sealing() {
    }

    public static byte[] seal(SecretKey key, byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            byte[] output = cipher.doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + output.length).put(FORMAT).put(nonce).put(output).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is not available", impossible);
        }
    }

    /** @throws IllegalStateException
     *             for another key, another context, or a value that has been tampered with */
    public static byte[] open(SecretKey key, byte[] sealed, byte[] context) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE || sealed[0] != FORMAT) {
            throw new IllegalStateException("sealed value of an unknown format");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException wrongKeyOrTampered) {
            throw new IllegalStateException("sealed value cannot be opened", wrongKeyOrTampered);
        }
    }

    /** The ids one after the other, as a context. */
    public static byte[] context(UUID... ids) {
        ByteBuffer context = ByteBuffer.allocate(ID_BYTES * ids.length);
        for (UUID id : ids) {
            context.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return context.array();
    }
}
