package dev.smartdoctor.auth.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;

/**
 * bcrypt over base64(HMAC-SHA-384(pepper, password)). The HMAC gives 64 characters whatever the password's length, so
 * bcrypt's limit of 72 bytes cuts nothing off, and a stolen table is useless without the pepper. Blocking: call it in
 * {@link HashingPool} only.
 */
public final class PasswordHasher {
    static final String ALGORITHM = "bcrypt-hmac-sha384";
    private static final String HMAC = "HmacSHA384";
    /** Well formed and of nobody: 22 characters of salt, 31 of hash. */
    private static final String NOBODYS_SALT_AND_HASH = "N0bodyHasThisSaltEver.e" + "0123456789ABCDEFGHIJKLMNOPabcd";

    private final int cost;
    private final String pepperId;
    private final Map<String, SecretKeySpec> peppers;

    public PasswordHasher(int cost, String pepperId, Map<String, String> peppers) {
        this.cost = cost;
        this.pepperId = pepperId;
        this.peppers = new HashMap<>();
        peppers.forEach((id, secret) -> this.peppers.put(id,
                new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC)));
        if (!this.peppers.containsKey(pepperId)) {
            throw new IllegalArgumentException("no pepper of the name " + pepperId);
        }
    }

    public Credential hash(String password) {
        String hash = BcryptFunction.getInstance(Bcrypt.B, cost).hash(keyed(password, pepperId)).getResult();
        return new Credential(ALGORITHM, cost, pepperId, hash);
    }

    /** Whether this is the password; takes the same time whatever the answer. */
    public boolean matches(String password, Credential credential) {
        if (!ALGORITHM.equals(credential.algorithm()) || !peppers.containsKey(credential.pepperId())) {
            throw new IllegalStateException(
                    "a stored password needs pepper '" + credential.pepperId() + "' and algorithm '"
                            + credential.algorithm() + "', which this service does not have");
        }
        return BcryptFunction.getInstanceFromHash(credential.hash())
                .check(keyed(password, credential.pepperId()), credential.hash());
    }

    /** What a password is compared with where there is no account: it costs the same and never matches. */
    public Credential decoy() {
        return new Credential(ALGORITHM, cost, pepperId, String.format("$2b$%02d$%s", cost, NOBODYS_SALT_AND_HASH));
    }

    /** Whether the password should be hashed anew now that it is known. */
    public boolean outdated(Credential credential) {
        return credential.cost() != cost || !credential.pepperId().equals(pepperId);
    }

    private String keyed(String password, String id) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(peppers.get(id));
            byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + HMAC, e);
        }
    }
}
