package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class-data archive of one packaged service: the JVM writes it when the service ends for the first time after a
 * build, and maps it at every later start, which then takes a good part of the time less. Only the archive of a service
 * that had become ready is used, since one of a start that failed would hold but a few classes.
 */
final class ClassArchive {

    private static final String ENDING = ".jsa";

    private final Path folder;
    private final String service;
    private final Path archive;
    private final Path complete;

    ClassArchive(Path cache, Service service, Path jar) throws IOException {
        this.folder = cache.resolve("classes");
        this.service = service.artifact();
        String build = Runtime.version().feature() + "-" + Files.getLastModifiedTime(jar).toMillis();
        this.archive = folder.resolve(this.service + "-" + build + ENDING);
        this.complete = folder.resolve(this.service + "-" + build + ".complete");
    }

    /** The flags for the next start: to map the archive, or to write it. */
    List<String> flags() throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(archive) && Files.exists(complete)) {
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
        deleteAll();
        return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** The service is ready: what it has loaded by now is worth keeping. */
    void serviceIsReady() throws IOException {
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
    }

    /** Archives of earlier builds as well: nobody will map them again. */
    private void deleteAll() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(service)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
