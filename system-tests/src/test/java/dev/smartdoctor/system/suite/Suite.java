package dev.smartdoctor.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.localstack.stack.StackOptions;

/** One whole suite for all tests of this JVM, with demo data, on free ports; it is stopped when the JVM ends. */
public final class Suite {
    private static LocalStack running;
    private static Beginning beginning;

    private Suite() {
    }

    /**
     * Without rate limits, which would slow every other test down, and with tokens and sessions that outlast the longest of them
     * on the slowest machine; limits and lifetimes have tests of their own.
     */
    public static synchronized LocalStack shared() {
        if (running == null) {
            running = start(folder("suite"), "RATE_LIMIT_PER_MINUTE", "1000000", "AUTH_KEYS_ACCESS_TOKEN_LIFETIME",
                    "3H",
                    "SESSION_TIMEOUT_MINUTES", "180");
            beginning = Beginning.of(running);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return running;
    }

    /** What the shared suite held when it had just started, before any test used it. */
    public static synchronized Beginning beginning() {
        shared();
        return beginning;
    }

    /** A further suite for a test that needs other settings; the test closes it. */
    public static LocalStack start(Path folder, String... settings) {
        StackOptions options = StackOptions.isolated(root(), folder, root().resolve("local-stack/target/cache"));
        for (int i = 0; i < settings.length; i += 2) {
            options = options.withEnvironment(settings[i], settings[i + 1]);
        }
        return LocalStack.start(options);
    }

    /** An empty folder below target. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(target()), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository's root. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("system-tests")) ? here : here.getParent();
    }

    /** True where the long proofs run at full load. */
    public static boolean isProof() {
        return Boolean.getBoolean("proof");
    }

    private static Path target() {
        return root().resolve("system-tests").resolve("target");
    }
}
