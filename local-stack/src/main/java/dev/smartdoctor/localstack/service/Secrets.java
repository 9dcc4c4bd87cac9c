package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

import dev.smartdoctor.localstack.process.StartProblem;

/**
 * Secrets of the local run: each is generated when it is first asked for, kept in one file that only its owner can read,
 * and the same ever after.
 */
public final class Secrets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    public Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new StartProblem("Cannot read " + file + " (" + e + ")", "Check its owner and rights", e);
            }
        }
    }

    /** Base64 of 32 random bytes, of letters and digits alone: it reads the same in all of Base64's alphabets. */
    public synchronized String get(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String secret = random();
        while (!secret.matches("[A-Za-z0-9]+")) {
            secret = random();
        }
        values.setProperty(name, secret);
        save();
        return secret;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "secrets", ".tmp", ownerOnly());
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                values.store(writer, "Secrets of the local run, generated once. -Dfresh deletes them with the data.");
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StartProblem.unwritable(file, e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }
}
