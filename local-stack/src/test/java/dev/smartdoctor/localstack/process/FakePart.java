package dev.smartdoctor.localstack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A shell that counts its starts in a file and then does what a test wants. */
record FakePart(Path folder, String script) implements Part {

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String mark() {
        return folder.toString();
    }

    @Override
    public void prepare() throws java.io.IOException {
        Files.deleteIfExists(folder.resolve("ready"));
    }

    @Override
    public Launch launch() {
        return new Launch(List.of("sh", "-c", "echo started >> " + folder + "/starts; " + script),
                Map.of("PATH", System.getenv("PATH")), folder);
    }

    @Override
    public boolean ready() {
        return Files.exists(folder.resolve("ready"));
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(1);
    }

    long starts() {
        try {
            return Files.exists(folder.resolve("starts")) ? Files.readAllLines(folder.resolve("starts")).size() : 0;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
