package dev.smartdoctor.auth.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The folder JWT_KEYS_DIR: {@code next.pem}, {@code current.pem} and, after the first rotation, {@code previous.pem}.
 * Rotating is refused until the next key has been published for ten minutes: by then every cache of the key set (one
 * minute) knows it, and the last token of the key that leaves (five minutes) has expired.
 */
public final class KeyFiles {
    static final String NEXT = "next.pem";
    static final String CURRENT = "current.pem";
    static final String PREVIOUS = "previous.pem";
    private static final Duration PUBLISHED_BEFORE_USE = Duration.ofMinutes(10);

    private final Path folder;

    public KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** Makes the first keys; never overwrites one. */
    public void generate() throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        for (String file : new String[]{ CURRENT, NEXT }) {
            if (Files.exists(folder.resolve(file))) {
                throw new UnusableKeys(file + " exists already; to change keys use rotate-keys");
            }
        }
        write(CURRENT);
        write(NEXT);
    }

    /** Current becomes previous, next becomes current, and a new next is made. */
    public void rotate(Clock clock) throws IOException {
        load();
        Duration age = Duration.between(Files.getLastModifiedTime(folder.resolve(NEXT)).toInstant(), clock.instant());
        if (age.compareTo(PUBLISHED_BEFORE_USE) < 0) {
            throw new UnusableKeys("next.pem must have been published for ten minutes before it is used; wait "
                    + PUBLISHED_BEFORE_USE.minus(age).toSeconds() + " seconds");
        }
        // Each step leaves a folder that a running service can read or refuses to read; it tries again 30 seconds later.
        Path copy = folder.resolve(PREVIOUS + ".new");
        Files.copy(folder.resolve(CURRENT), copy, StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        move(copy, PREVIOUS);
        move(folder.resolve(NEXT), CURRENT);
        write(NEXT);
    }

    /** Reads and checks all keys. */
    KeyRing load() throws IOException {
        SigningKey next = read(NEXT).orElseThrow(() -> missing(NEXT));
        SigningKey current = read(CURRENT).orElseThrow(() -> missing(CURRENT));
        return new KeyRing(next, current, read(PREVIOUS));
    }

    /** Ends with {@link UnusableKeys} where the folder cannot be used. */
    public void check() {
        try {
            load();
        } catch (IOException e) {
            throw new UnusableKeys("the key files cannot be read", e);
        }
    }

    private Optional<SigningKey> read(String file) throws IOException {
        try {
            return Optional.of(KeyPem.parse(file, Files.readString(folder.resolve(file), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void write(String file) throws IOException {
        Path fresh = folder.resolve(file + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        restrict(fresh, "rw-------");
        Files.writeString(fresh, KeyPem.generate(), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        move(fresh, file);
    }

    private void move(Path from, String file) throws IOException {
        Files.move(from, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static UnusableKeys missing(String file) {
        return new UnusableKeys(file + " is missing; make keys with: java -jar quarkus-run.jar generate-keys DIR");
    }
}
