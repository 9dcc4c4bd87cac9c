package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.smartdoctor.localstack.process.Tools;

/**
 * The class-data archive of one packaged service, which a JVM maps instead of reading and checking thousands of classes:
 * it halves the processor time of a start. The first run after a build lists the classes; the archive is made from the
 * list by a process of its own, since a service that wrote it at its end would take many seconds to stop. Both lie beside
 * the package, in the service's {@code target}, so that whoever runs that package finds them.
 */
final class ClassArchive {

    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final Path folder;
    private final Path jar;
    private final String build;
    private final Path archive;
    private final Path list;

    ClassArchive(Path jar) throws IOException {
        this.folder = jar.getParent().resolveSibling("class-archive");
        this.jar = jar;
        this.build = Runtime.version() + "-" + Files.getLastModifiedTime(jar).toMillis();
        this.archive = folder.resolve(build + ".jsa");
        this.list = folder.resolve(build + ".list");
    }

    /** The flags for the next start: to map the archive, or to list what it should hold. */
    List<String> flags() throws IOException {
        Files.createDirectories(folder);
        List<String> flags = new ArrayList<>(QUIET);
        if (Files.exists(archive)) {
            // Mapped where it was made for, its pages need neither be rewritten nor held by each process alone.
            flags.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0",
                    "-XX:SharedArchiveFile=" + archive));
        } else {
            deleteThoseOfEarlierBuilds();
            flags.add("-XX:DumpLoadedClassList=" + list);
        }
        return flags;
    }

    /** The command that makes the archive, where there is a list and no archive yet. */
    Optional<List<String>> command() throws IOException {
        if (Files.exists(archive) || !Files.exists(list)) {
            return Optional.empty();
        }
        Files.write(wholeLines(), completeLines());
        return Optional.of(List.of(Tools.java(), "-XX:+UseSerialGC", "-Xshare:dump", "-Xlog:cds=off",
                "-XX:SharedClassListFile=" + wholeLines(), "-XX:SharedArchiveFile=" + unfinished(), "-cp",
                jar.toString()));
    }

    /** Puts a finished archive where the next start looks for it. */
    void accept() throws IOException {
        Files.move(unfinished(), archive, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(wholeLines());
    }

    void discard() throws IOException {
        Files.deleteIfExists(unfinished());
        Files.deleteIfExists(wholeLines());
    }

    /** The service is still writing its list: the last line may be half a line. */
    private List<String> completeLines() throws IOException {
        String text = Files.readString(list);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private Path unfinished() {
        return archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    }

    private Path wholeLines() {
        return list.resolveSibling(list.getFileName() + "." + ProcessHandle.current().pid());
    }

    private void deleteThoseOfEarlierBuilds() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.getFileName().toString().startsWith(build + ".")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
