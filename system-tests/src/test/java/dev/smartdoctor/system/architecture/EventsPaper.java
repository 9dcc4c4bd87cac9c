package dev.smartdoctor.system.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.smartdoctor.system.suite.Suite;

/** What {@code docs/events.md} says: of each stream a table of types, each with when it happens and what its payload holds. */
final class EventsPaper {
    private static final Pattern STREAM = Pattern.compile("## ([a-z]+\\.events)");
    private static final Pattern TYPE = Pattern.compile("\\| `([a-z]+\\.[a-z_]+)` \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern FIELD = Pattern.compile("\\| (`[^|]+`) \\| [^|]+ \\|");
    private static final Pattern NAMES = Pattern.compile("`([^`]+)`");
    private static final String A_VISIT = "a visit";

    private final Map<String, Map<String, Row>> streams = new LinkedHashMap<>();
    private final Set<String> fields = new TreeSet<>();
    private Set<String> visit = Set.of();

    private record Row(String when, String payload) {}

    private EventsPaper(List<String> lines) {
        String section = "";
        for (String line : lines) {
            if (line.startsWith("## ")) {
                section = line;
            } else if (line.startsWith("A visit is ")) {
                visit = names(line);
            } else if (section.equals("## An entry")) {
                field(line);
            } else {
                row(section, line);
            }
        }
        // Few entries have it, and no example.
        fields.remove("notYetFor");
    }

    static EventsPaper read() {
        try {
            return new EventsPaper(Files.readAllLines(Suite.root().resolve("docs/events.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void field(String line) {
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            fields.addAll(names(field.group(1)));
        }
    }

    private void row(String section, String line) {
        Matcher stream = STREAM.matcher(section);
        Matcher type = TYPE.matcher(line);
        if (stream.matches() && type.matches()) {
            streams.computeIfAbsent(stream.group(1), name -> new LinkedHashMap<>()).put(type.group(1),
                    new Row(type.group(2), type.group(3)));
        }
    }

    Set<String> streams() {
        return streams.keySet();
    }

    Set<String> types(String stream) {
        return streams.getOrDefault(stream, Map.of()).keySet();
    }

    Set<String> producedTypes(String stream) {
        return streams.getOrDefault(stream, Map.of()).entrySet().stream()
                .filter(type -> !type.getValue().when().contains("nothing produces it yet")).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> fields() {
        return fields;
    }

    Set<String> payload(String type) {
        Row row = streams.values().stream().filter(types -> types.containsKey(type)).findFirst().orElseThrow()
                .get(type);
        Set<String> keys = new TreeSet<>(names(row.payload()));
        if (row.payload().startsWith(A_VISIT)) {
            keys.addAll(visit);
        }
        return keys;
    }

    /** The words that stand as code. */
    private static Set<String> names(String text) {
        return NAMES.matcher(text).results().flatMap(names -> Arrays.stream(names.group(1).split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
