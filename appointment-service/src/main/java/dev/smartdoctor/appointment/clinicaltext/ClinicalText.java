package dev.smartdoctor.appointment.clinicaltext;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.buffer.Buffer;

/**
 * Seals and opens clinical text. A sealed value is a format byte, a random 96-bit nonce and the AES-256-GCM output
 * (NIST SP 800-38D); patient, visit and field are authenticated with it.
 */
@ApplicationScoped
public class ClinicalText {

    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec master;
    private final SecretKeySpec fingerprints;

    public ClinicalText(ClinicalTextConfig config) {
        byte[] key = decode(config.key());
        this.master = new SecretKeySpec(key, "AES");
        this.fingerprints = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "fingerprint"), "HmacSHA256");
    }

    /** A fresh data key for a patient, wrapped and ready to be stored. */
    public Buffer newKey(UUID patientId) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Buffer.buffer(encrypt(master, key, bytes(patientId)));
    }

    /** The sealed text, {@code null} for {@code null}. The key must not have been erased. */
    public Buffer seal(PatientKey key, UUID appointmentId, ClinicalField field, String text) {
        return text == null
                ? null
                : Buffer.buffer(encrypt(unwrap(key), text.getBytes(StandardCharsets.UTF_8),
                        context(key.patientId(), appointmentId, field)));
    }

    /** The text, {@code null} where there is none or where the patient's key has been erased. */
    public String open(PatientKey key, UUID appointmentId, ClinicalField field, Buffer sealed) {
        if (sealed == null || key.isErased()) {
            return null;
        }
        byte[] text = decrypt(unwrap(key), sealed.getBytes(), context(key.patientId(), appointmentId, field));
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A keyed digest: equal for equal texts, and no way to test a guess without the key. */
    public Buffer fingerprint(String text) {
        return Buffer.buffer(mac(fingerprints, text));
    }

    private SecretKeySpec unwrap(PatientKey key) {
        return new SecretKeySpec(decrypt(master, key.wrapped().getBytes(), bytes(key.patientId())), "AES");
    }

    private byte[] encrypt(SecretKeySpec key, byte[] plain, byte[] context) {
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

    private static byte[] decrypt(SecretKeySpec key, byte[] sealed, byte[] context) {
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

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
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

    private static byte[] context(UUID patientId, UUID appointmentId, ClinicalField field) {
        byte[] name = field.name().getBytes(StandardCharsets.US_ASCII);
        byte[] context = Arrays.copyOf(bytes(patientId), 32 + name.length);
        System.arraycopy(bytes(appointmentId), 0, context, 16, 16);
        System.arraycopy(name, 0, context, 32, name.length);
        return context;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }
}
