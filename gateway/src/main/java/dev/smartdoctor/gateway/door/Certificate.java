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
    private FileTime read;

    Certificate(Path chain, Path key) {
        this.chain = chain;
        this.key = key;
        this.read = newest();
    }

    PemKeyCertOptions options() {
        return new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(key.toString());
    }

    /** Whether the files are newer than at the last time of asking. */
    boolean wasRenewed() {
        FileTime now = newest();
        boolean renewed = now.compareTo(read) > 0;
        read = now;
        return renewed;
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
