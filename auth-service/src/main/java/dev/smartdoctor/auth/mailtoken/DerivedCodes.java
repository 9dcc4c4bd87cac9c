package dev.smartdoctor.auth.mailtoken;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code base64url(id ‖ HMAC-SHA-256(secret, purpose ‖ id))}: whoever holds the secret can say at any time which token
 * belongs to an id, and the database need not hold one.
 */
public final class DerivedCodes {
    private static final String HMAC = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int LENGTH = ID_BYTES + 32;

    private final SecretKeySpec key;

    public DerivedCodes(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    public String token(Purpose purpose, UUID id) {
        byte[] idBytes = bytes(id);
        byte[] token = ByteBuffer.allocate(LENGTH).put(idBytes).put(code(purpose, idBytes)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The id of a token that this service made for this purpose; empty for anything else. */
    public Optional<UUID> idOf(Purpose purpose, String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        byte[] expected = code(purpose, Arrays.copyOf(bytes, ID_BYTES));
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, ID_BYTES, LENGTH))) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return Optional.of(new UUID(id.getLong(), id.getLong()));
    }

    /** A keyed digest of some text. */
    public byte[] digest(Purpose purpose, String text) {
        return code(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] code(Purpose purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(purpose.name().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + HMAC, e);
        }
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }
}
