package dev.smartdoctor.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The example entries of {@code events/STREAM/TYPE.json}, one for each type of {@code docs/events.md}. Producers are tested to
 * write what they look like, consumers to understand them, so that neither side changes an event alone.
 */
public final class ExampleEvents {
    public static final List<String> STREAMS = List.of("auth.events", "appointment.events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExampleEvents() {
    }

    /** The types that have an example, in the order of their names. */
    public static List<String> types(String stream) {
        URL folder = ExampleEvents.class.getResource("/events/" + stream);
        if (folder == null) {
            return List.of();
        }
        try {
            return types(folder.toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The examples of " + stream + " cannot be listed", e);
        }
    }

    /** The example's fields as they stand in the stream: all are text, the payload is JSON. */
    public static Map<String, String> fields(String type) {
        return text(read(type));
    }

    /** The example as another event: under an id of its own, and about these ids in place of the example's, by name in the payload. */
    public static Map<String, String> about(String type, Map<String, UUID> ids) {
        ObjectNode entry = (ObjectNode) read(type);
        ObjectNode payload = (ObjectNode) entry.get("payload");
        JsonNode aggregate = entry.get("aggregateId");
        entry.put("id", UUID.randomUUID().toString());
        ids.forEach((name, id) -> {
            JsonNode former = payload.get(name);
            if (former != null) {
                payload.put(name, id.toString());
                if (former.equals(aggregate)) {
                    entry.put("aggregateId", id.toString());
                }
            }
        });
        return text(entry);
    }

    private static JsonNode read(String type) {
        for (String stream : STREAMS) {
            try (InputStream file = ExampleEvents.class
                    .getResourceAsStream("/events/" + stream + "/" + type + ".json")) {
                if (file != null) {
                    return JSON.readTree(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new NoSuchElementException("The type " + type + " has no example in platform/testing");
    }

    private static Map<String, String> text(JsonNode entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        entry.properties().forEach(field -> fields.put(field.getKey(),
                field.getValue().isTextual() ? field.getValue().textValue() : field.getValue().toString()));
        return fields;
    }

    private static List<String> types(URI folder) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            return types(Path.of(folder));
        }
        String[] archiveAndPath = folder.getSchemeSpecificPart().split("!/", 2);
        try (FileSystem archive = FileSystems.newFileSystem(Path.of(URI.create(archiveAndPath[0])))) {
            return types(archive.getPath(archiveAndPath[1]));
        }
    }

    private static List<String> types(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
        }
    }
}
