package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.smartdoctor.localstack.process.Tools;
import dev.smartdoctor.localstack.stack.StackOptions;

/**
 * Flags that let five JVMs share one small machine: a serial collector, small stacks and heaps, and a class-data archive
 * per service, which the JVM writes when the service ends for the first time after a build and maps at every later start.
 */
final class JvmFlags {

    private static final int AUTO_CREATE_SINCE = 19;

    private final StackOptions options;

    JvmFlags(StackOptions options) {
        this.options = options;
    }

    List<String> command(Service service, Path jar) throws IOException {
        List<String> command = new ArrayList<>(List.of(Tools.java(), "-XX:+UseSerialGC", "-Xss512k", "-Xms32m",
                "-Xmx" + options.setting("SERVICE_HEAP").orElse("160m"), "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC"));
        command.addAll(archive(service, jar));
        options.setting("SERVICE_JAVA_OPTIONS").filter(extra -> !extra.isBlank())
                .ifPresent(extra -> command.addAll(Arrays.asList(extra.trim().split("\\s+"))));
        return command;
    }

    private List<String> archive(Service service, Path jar) throws IOException {
        int java = Runtime.version().feature();
        Path archive = options.folders().cache().resolve("classes")
                .resolve(service.artifact() + "-" + java + "-" + Files.getLastModifiedTime(jar).toMillis() + ".jsa");
        Files.createDirectories(archive.getParent());
        if (java >= AUTO_CREATE_SINCE) {
            return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off");
        }
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }
}
