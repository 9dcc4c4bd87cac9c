package dev.smartdoctor.gateway.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import io.vertx.core.net.PemKeyCertOptions;

/** The mounted certificate and its key, which a renewal replaces under our feet. */
final class Certificate {
    private final Path chain;
    private final Path key;
    private FileTime taken;
    private FileTime seen;

    Certificate(Path chain, Path key) {
        this.chain = chain;
        this.key = key;
        this.taken = newest();
        this.seen = taken;
    }

    PemKeyCertOptions options() {
        return new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(key.toString());
    }

    /**
     * Whether the files are newer than those in use, and were so already at the last look: a renewal replaces one file after
     * the other, and a certificate with another one's key would refuse everybody.
     */
    boolean wasRenewed() {
        FileTime now = newest();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.compareTo(taken) <= 0) {
            return false;
        }
        taken = now;
        return true;
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
}
