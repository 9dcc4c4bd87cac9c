package dev.smartdoctor.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the stack keeps things. All data lies below {@code home}; the cache holds only what can be made again.
 */
public record Folders(Path home, Path postgres, Path redis, Path mailbox, Path keys, Path logs, Path cache) {

    static Folders below(Path home, Path cache, Map<String, String> settings) {
        Path base = home.toAbsolutePath().normalize();
        return new Folders(base, folder(settings, "POSTGRES_DIR", base.resolve("postgres")),
                folder(settings, "REDIS_DIR", base.resolve("redis")),
                folder(settings, "MAILBOX_DIR", base.resolve("mailbox")), base.resolve("keys"),
                folder(settings, "LOGS_DIR", base.resolve("logs")),
                folder(settings, "CACHE_DIR", cache.toAbsolutePath().normalize()));
    }

    public Path secrets() {
        return home.resolve("secrets");
    }

    public Path run() {
        return home.resolve("run");
    }

    /** Says that the demo data is complete. */
    public Path demoMark() {
        return home.resolve("demo-data");
    }

    /**
     * Puts the data of all parts aside, and nothing else: neither logs nor cache, nor what the stack did not make. It is not
     * deleted yet: file systems that tell their disk of each freed block would slow the start on new data down by seconds.
     */
    void discardData() throws IOException {
        for (Path each : data()) {
            if (Files.exists(each)) {
                delete(discarded(each));
                Files.move(each, discarded(each), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Deletes what was put aside, by this start or an earlier one; ends early, without an error, when interrupted. */
    void deleteDiscarded() throws IOException {
        for (Path each : data()) {
            delete(discarded(each));
        }
    }

    /** The mark comes first: whatever interrupts, no start takes half of the data for all of it. */
    private List<Path> data() {
        return List.of(demoMark(), postgres, unfinished(postgres), redis, mailbox, keys, unfinished(keys), secrets());
    }

    private static Path discarded(Path path) {
        return path.resolveSibling(path.getFileName() + ".discarded");
    }

    private static Path unfinished(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".unfinished");
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    Files.delete(each);
                }
            }
        }
    }

    private static Path folder(Map<String, String> settings, String name, Path fallback) {
        String value = settings.get(name);
        return value == null || value.isBlank() ? fallback : Path.of(value).toAbsolutePath().normalize();
    }
}
