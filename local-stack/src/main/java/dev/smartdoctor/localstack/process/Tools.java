package dev.smartdoctor.localstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Small programs of the operating system that the stack uses where they exist. */
public final class Tools {

    private static final Optional<Path> SETSID = onPath("setsid");

    private Tools() {
    }

    /**
     * The command in a session of its own, so that Ctrl-C in the terminal reaches the stack alone and the stack ends the
     * parts in their order. `setsid` becomes the command: the process id stays.
     */
    public static List<String> ownSession(List<String> command) {
        return SETSID.map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream()).toList())
                .orElse(command);
    }

    public static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, program)).filter(Files::isExecutable)
                .findFirst();
    }

    public static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    /** Whether a short command ends with 0 within ten seconds. */
    public static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The `java` that runs us, for the parts written in Java. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java").toString();
    }

    /** Runs a command to its end with its output in a file, and fails by name when it fails. */
    public static void run(String what, Launch launch, PartLog log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ownSession(launch.command())).directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        try {
            int exit = process.waitFor();
            if (exit != 0 && log.tellsOfFullDisk()) {
                throw StartProblem.fullDisk(what + " failed", null);
            }
            if (exit != 0) {
                throw new StartProblem(what + " failed with code " + exit + " (\"" + log.lastWords() + "\")",
                        "Read " + log.file());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + what, e);
        }
    }
}
