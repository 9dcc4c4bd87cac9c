package dev.smartdoctor.localstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.smartdoctor.localstack.process.StartProblem;
import dev.smartdoctor.localstack.process.Tools;

/**
 * How PostgreSQL, which refuses to be root, runs for a user who is root: in a user namespace of its own (`unshare`),
 * where root is nobody; or, where the system forbids namespaces, as nobody with the right to reach its own files. Both
 * programs become the command they are given, so the process id stays.
 */
enum Unprivileged {

    /** We are not root. */
    ALREADY(List.of()),

    NAMESPACE(List.of("unshare", "-U")),

    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() {
        if (!"root".equals(System.getProperty("user.name")) || Tools.isWindows()) {
            return ALREADY;
        }
        if (Tools.succeeds(NAMESPACE.command(List.of("sh", "-c", "test $(id -u) != 0")))) {
            return NAMESPACE;
        }
        if (Tools.succeeds(NOBODY.command(List.of("true")))) {
            return NOBODY;
        }
        throw new StartProblem("PostgreSQL refuses to run as root, and this system allows neither unshare nor setpriv",
                "Run as another user");
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Gives a file or a whole folder to the user that the server runs as. */
    void own(Path path) throws IOException {
        if (this == NOBODY) {
            try (Stream<Path> paths = Files.walk(path)) {
                for (Path each : paths.toList()) {
                    Files.setAttribute(each, "unix:uid", NOBODY_ID);
                }
            }
        }
    }
}
