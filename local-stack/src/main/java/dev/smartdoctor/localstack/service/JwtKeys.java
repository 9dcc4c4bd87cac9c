package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import dev.smartdoctor.localstack.process.PartLog;
import dev.smartdoctor.localstack.process.StartProblem;
import dev.smartdoctor.localstack.process.Tools;

/** The keys that sign tokens: made once, by the auth-service's own command, as an operator would. */
public final class JwtKeys {

    private JwtKeys() {
    }

    public static void ensure(Path folder, ServicePart auth, PartLog log) {
        try {
            if (!isEmpty(folder)) {
                return;
            }
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
            discard(unfinished);
            Files.createDirectories(unfinished);
            Tools.run("generate-keys of auth-service", auth.command("generate-keys", unfinished.toString()),
                    log);
            Files.deleteIfExists(folder);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StartProblem.unwritable(folder, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void discard(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
