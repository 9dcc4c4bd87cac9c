package dev.smartdoctor.auth.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key pair as text: a block {@code PRIVATE KEY} (PKCS #8) and a block {@code PUBLIC KEY} (X.509), which the JDK cannot
 * derive from the first. A key of one's own: {@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out
 * next.pem && openssl pkey -in next.pem -pubout >> next.pem}.
 */
final class KeyPem {
    private static final BigInteger P256_ORDER = new BigInteger(
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private KeyPem() {
    }

    static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return block("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + block("PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    /** Reads the pair, and makes sure that it is P-256 and that its halves belong together. */
    static SigningKey parse(String file, String pem) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            ECPrivateKey privateKey = (ECPrivateKey) factory
                    .generatePrivate(new PKCS8EncodedKeySpec(read("PRIVATE KEY", pem)));
            ECPublicKey publicKey = (ECPublicKey) factory
                    .generatePublic(new X509EncodedKeySpec(read("PUBLIC KEY", pem)));
            if (!privateKey.getParams().getOrder().equals(P256_ORDER) || !belongTogether(privateKey, publicKey)) {
                throw new UnusableKeys(file + " is not one P-256 key pair");
            }
            return SigningKey.of(privateKey, publicKey);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableKeys(file + " is not a P-256 private key with its public key, in PEM", e);
        }
    }

    private static boolean belongTogether(ECPrivateKey privateKey, ECPublicKey publicKey)
            throws GeneralSecurityException {
        byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(privateKey);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(probe);
        return signature.verify(signed);
    }

    private static String block(String type, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[]{ '\n' }).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }

    private static byte[] read(String type, String pem) {
        Matcher block = Pattern.compile("-----BEGIN " + type + "-----([A-Za-z0-9+/=\\s]+)-----END " + type + "-----")
                .matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("no block " + type);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
