package dev.smartdoctor.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.system.suite.Suite;

/** The papers name only what is there: classes, tests, files, event types. */
class PapersTest {
    private static final Pattern CLASS = Pattern
            .compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.([a-z][A-Za-z0-9]*))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?://|#|mailto:)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern EVENT = Pattern.compile("\"((?:appointment|waitlist|account|session)\\.[a-z_]+)\"");

    @ParameterizedTest
    @ValueSource(strings = { "docs/life-of-a-booking.md", "docs/events.md", "ARCHITECTURE.md" })
    void classesAndMethodsNamedInAPaperExist(String paper) throws IOException {
        Matcher names = CLASS.matcher(read(paper));
        int found = 0;
        while (names.find()) {
            String source = source(names.group(1));
            if (names.group(2) != null) {
                assertThat(source).as(names.group()).containsPattern("\\b" + names.group(2) + "\\(");
            }
            found++;
        }
        assertThat(found).as("classes named in " + paper).isGreaterThan(5);
    }

    /** By the method, since a class can hold the right name and look at something else. */
    @Test
    void everyFailureInTheLifeOfABookingHasATestOfItsOwn() throws IOException {
        List<String[]> steps = read("docs/life-of-a-booking.md").lines().filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.split("\\|")).toList();
        assertThat(steps).hasSizeGreaterThan(10);
        for (String[] step : steps) {
            long failures = Pattern.compile(";").splitAsStream(step[4]).count();
            String[] tests = step[5].split(",");
            assertThat(tests.length).as("tests of step" + step[1]).isEqualTo((int) failures);
            for (String test : tests) {
                assertThat(test).matches(" `\\w+(Test|IT)\\.\\w+` *");
                String[] name = test.replaceAll("[ `]", "").split("\\.");
                assertThat(source(name[0])).as(test).containsPattern("Test\n(?: +\\S.*\n)*? +void " + name[1] + "\\(");
            }
        }
    }

    @Test
    void linksOfThePapersLeadSomewhere() throws IOException {
        for (Path paper : papers()) {
            Matcher links = LINK.matcher(Files.readString(paper));
            while (links.find()) {
                assertThat(paper.resolveSibling(links.group(1))).as("link in " + Suite.root().relativize(paper))
                        .exists();
            }
        }
    }

    @Test
    void everyEventTypeIsDocumented() throws IOException {
        String paper = read("docs/events.md");
        Set<String> undocumented = new TreeSet<>();
        for (Path file : javaFiles()) {
            Matcher types = EVENT.matcher(Files.readString(file));
            while (types.find()) {
                if (!paper.contains("`" + types.group(1) + "`")) {
                    undocumented.add(types.group(1));
                }
            }
        }
        assertThat(undocumented).isEmpty();
    }

    /** All sources of that name, since two parts may have a class of one name; the classes made to break rules do not count. */
    private static String source(String className) throws IOException {
        try (Stream<Path> files = Files.walk(Suite.root())) {
            List<Path> matching = files.filter(file -> file.getFileName().toString().equals(className + ".java"))
                    .filter(file -> !file.toString().contains("/architecture/breaking/")).sorted().toList();
            assertThat(matching).as("source of " + className).isNotEmpty();
            StringBuilder sources = new StringBuilder();
            for (Path file : matching) {
                sources.append(Files.readString(file));
            }
            return sources.toString();
        }
    }

    private static Set<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Suite.root())) {
            return files.filter(file -> file.toString().endsWith(".java") && file.toString().contains("src/main/java"))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<Path> papers() throws IOException {
        try (Stream<Path> files = Files.walk(Suite.root(), 4)) {
            return files.filter(file -> file.toString().endsWith(".md") && !file.toString().contains("node_modules")
                    && !file.toString().contains("/target/")).collect(Collectors.toSet());
        }
    }

    private static String read(String paper) throws IOException {
        return Files.readString(Suite.root().resolve(paper));
    }
}
