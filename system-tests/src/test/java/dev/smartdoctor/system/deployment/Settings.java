package dev.smartdoctor.system.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.smartdoctor.system.suite.Suite;

/** The names of settings, as the code reads them and as the papers tell them. */
final class Settings {
    private static final List<String> PARTS = List.of("platform/core", "platform/data", "auth-service",
            "appointment-service",
            "assistant-service", "notification-service", "gateway");
    private static final Pattern IN_PROPERTIES = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
    private static final Pattern IN_MAIN = Pattern.compile("\"([A-Z][A-Z0-9_]{3,})\"");
    private static final Pattern DEMAND = Pattern.compile("\\.(?:required|secret|key|address)\\(([^)]*)\\)");
    private static final Pattern IN_EXAMPLE = Pattern.compile("^#? ?([A-Z][A-Z0-9_]+)=", Pattern.MULTILINE);

    private Settings() {
    }

    /** What the properties of the parts and their checks at start name. */
    static Set<String> read() {
        return readIn(PARTS);
    }

    /** What one part reads: its own settings and those of as much of the platform as it is built upon. */
    static Set<String> readBy(String part) {
        List<String> modules = new ArrayList<>(List.of("platform/core", part));
        if (text(Suite.root().resolve(part).resolve("pom.xml")).contains("<artifactId>platform-data</artifactId>")) {
            modules.add("platform/data");
        }
        return readIn(modules);
    }

    private static Set<String> readIn(List<String> modules) {
        Set<String> names = new TreeSet<>();
        for (String module : modules) {
            Path main = Suite.root().resolve(module).resolve("src/main");
            for (Path file : files(main.resolve("resources"), ".properties")) {
                collect(IN_PROPERTIES, text(file), names);
            }
            for (Path file : files(main.resolve("java"), "Main.java")) {
                collect(IN_MAIN, text(file), names);
            }
        }
        return names;
    }

    /** Without what a part does not start. */
    static Set<String> required(String part) {
        Set<String> names = new TreeSet<>();
        for (Path file : files(Suite.root().resolve(part).resolve("src/main/java"), "Main.java")) {
            Matcher demand = DEMAND.matcher(text(file));
            while (demand.find()) {
                collect(IN_MAIN, demand.group(1), names);
            }
        }
        return names;
    }

    static Set<String> documented() {
        Set<String> names = new TreeSet<>();
        collect(IN_EXAMPLE, text(Suite.root().resolve(".env.example")), names);
        return names;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Pattern pattern, String text, Set<String> names) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
