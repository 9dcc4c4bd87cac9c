package dev.smartdoctor.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Strings that break programs: naughty ones, SQL, markup, header injection. The calling test is skipped where they are absent. */
public final class AwkwardStrings {
    private static final List<String> TEXT_FILES = List.of("sql-injection.txt", "xss.txt", "crlf-injection.txt");

    private AwkwardStrings() {
    }

    public static Stream<String> all() {
        Path folder = SharedData.folder("text");
        Assumptions.assumeTrue(Files.isDirectory(folder), "shared test data is not here");
        try {
            List<String> strings = new ArrayList<>();
            for (JsonNode text : new ObjectMapper().readTree(folder.resolve("blns.json").toFile())) {
                strings.add(text.asText());
            }
            for (String file : TEXT_FILES) {
                strings.addAll(Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8));
            }
            return strings.stream().distinct();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
