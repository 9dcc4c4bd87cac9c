package dev.smartdoctor.assistant.clinicaltext;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.buffer.Buffer;

/**
 * Seals and opens text by AES-256-GCM (NIST SP 800-38D): a format byte, a random 96-bit nonce, the output. The owner and the
 * row it belongs to are authenticated with it, so that no sealed text can be moved to another place.
 */
@ApplicationScoped
public class ClinicalText {

    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey master;

    public ClinicalText(ClinicalTextConfig config) {
        this.master = new SecretKeySpec(decode(config.key()), "AES");
    }

    /** A fresh key for this person, wrapped and ready to be stored. */
    Buffer newWrappedKey(UUID ownerId) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Buffer.buffer(encrypt(master, key, bytes(ownerId)));
    }

    OwnerKey unwrap(UUID ownerId, Buffer wrapped) {
        return new OwnerKey(ownerId, new SecretKeySpec(decrypt(master, wrapped.getBytes(), bytes(ownerId)), "AES"));
    }

    /** @param place the id of the row the text is kept in */
    public Buffer seal(OwnerKey key, UUID place, String text) {
        return Buffer.buffer(encrypt(key.key(), text.getBytes(StandardCharsets.UTF_8), context(key, place)));
    }

    public String open(OwnerKey key, UUID place, Buffer sealed) {
        return new String(decrypt(key.key(), sealed.getBytes(), context(key, place)), StandardCharsets.UTF_8);
    }

    private byte[] encrypt(SecretKey key, byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
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

    private static byte[] decrypt(SecretKey key, byte[] sealed, byte[] context) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != FORMAT) {
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

    private static byte[] decode(String setting) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(setting.strip());
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("CLINICAL_TEXT_KEY must be 32 bytes in base64");
        }
        return key;
    }

    private static byte[] context(OwnerKey key, UUID place) {
        return ByteBuffer.allocate(32).put(bytes(key.ownerId())).put(bytes(place)).array();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }
}
