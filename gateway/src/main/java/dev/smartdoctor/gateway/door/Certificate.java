package dev.smartdoctor.gateway.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;

/**
 * The mounted certificate and its key, which a renewal replaces under our feet: every handshake asks for the pair in use, and
 * only a pair that belongs together comes into use. (Vert.x' own way of changing certificates leaves a server without any
 * where the new files are not usable.)
 */
final class Certificate extends X509ExtendedKeyManager {
    private static final byte[] PROBE = "does the key belong to the certificate?"
            .getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx;
    private final Path chain;
    private final Path key;
    private volatile X509ExtendedKeyManager inUse;
    private FileTime taken;

    Certificate(Vertx vertx, Path chain, Path key) {
        this.vertx = vertx;
        this.chain = chain;
        this.key = key;
        renew();
    }

    /**
     * Takes up newer files, if there are any.
     *
     * @return whether it did
     * @throws IllegalStateException where the files cannot be used (yet); then the former pair stays
     */
    boolean renew() {
        FileTime newest = newest();
        if (newest.equals(taken)) {
            return false;
        }
        inUse = load();
        taken = newest;
        return true;
    }

    private X509ExtendedKeyManager load() {
        try {
            PemKeyCertOptions files = new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(key.toString());
            for (KeyManager manager : files.getKeyManagerFactory(vertx).getKeyManagers()) {
                if (manager instanceof X509ExtendedKeyManager usable) {
                    check(usable);
                    return usable;
                }
            }
            throw new IllegalStateException("TLS_CERT_FILE and TLS_KEY_FILE hold no usable pair");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("TLS_CERT_FILE or TLS_KEY_FILE cannot be used", e);
        }
    }

    private static void check(X509ExtendedKeyManager pair) throws GeneralSecurityException {
        for (String type : new String[]{ "EC", "RSA", "EdDSA" }) {
            String[] aliases = pair.getServerAliases(type, null);
            if (aliases != null) {
                check(pair.getPrivateKey(aliases[0]), pair.getCertificateChain(aliases[0])[0], type);
                return;
            }
        }
        throw new IllegalStateException("TLS_KEY_FILE holds neither an EC nor an RSA key");
    }

    private static void check(PrivateKey key, X509Certificate certificate, String type)
            throws GeneralSecurityException {
        String algorithm = switch (type) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> type;
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(PROBE);
        if (!signature.verify(signed)) {
            throw new IllegalStateException("TLS_KEY_FILE is not the key of TLS_CERT_FILE");
        }
    }

    private FileTime newest() {
        try {
            FileTime ofChain = Files.getLastModifiedTime(chain);
            FileTime ofKey = Files.getLastModifiedTime(key);
            return ofChain.compareTo(ofKey) > 0 ? ofChain : ofKey;
        } catch (IOException e) {
            throw new UncheckedIOException("TLS_CERT_FILE or TLS_KEY_FILE cannot be read", e);
        }
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return inUse.chooseEngineServerAlias(keyType, issuers, engine);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return inUse.chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return inUse.getServerAliases(keyType, issuers);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return inUse.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return inUse.getPrivateKey(alias);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
