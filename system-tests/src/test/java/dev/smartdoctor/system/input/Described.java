package dev.smartdoctor.system.input;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;

/** The interface as the gateway's document describes it. */
final class Described {
    private final JsonNode document;

    private Described(JsonNode document) {
        this.document = document;
    }

    static Described by(LocalStack suite) {
        return new Described(Api.at(suite.address()).get("/openapi.json").expect(200).json());
    }

    JsonNode document() {
        return document;
    }

    /** Every operation, by a name such as {@code GET /api/doctors/{id}}. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> operations
                .put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
        return operations;
    }

    /** What a reference leads to, or the node itself; missing where a reference leads nowhere. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(document.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** The name of the operation that this request is, the one with the most of it spelt out. */
    Optional<String> operation(String method, String path) {
        return operations().keySet().stream().filter(name -> matches(name, method + " " + path))
                .min(Comparator.comparing((String name) -> name.split("\\{").length)
                        .thenComparing(name -> -name.length()));
    }

    private static boolean matches(String name, String request) {
        String[] spelt = name.split("\\{[^}]*}", -1);
        String pattern = String.join("[^/]+", List.of(spelt).stream().map(Pattern::quote).toList());
        return request.matches(pattern);
    }

    /** What an answer has that the document does not say, or lacks. */
    List<String> faults(String operation, Answer answer) {
        JsonNode response = operations().get(operation).path("responses").path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described");
        }
        JsonNode described = resolved(response);
        String type = answer.header("Content-Type").orElse("").split(";")[0];
        JsonNode content = described.path("content");
        if (content.isEmpty() || answer.text().isEmpty()) {
            return content.isEmpty() && answer.text().isEmpty() ? List.of() : List.of("a body, or none");
        }
        if (!content.has(type)) {
            return List.of("media type " + type + " is not described");
        }
        Shape shape = new Shape(this);
        if (answer.status() < 300) {
            described.path("headers").fieldNames().forEachRemaining(name -> shape.note(name, answer.header(name)
                    .isPresent(), "header is missing"));
        }
        if (type.endsWith("json")) {
            shape.check("", content.get(type).path("schema"), answer.json());
        }
        return shape.faults();
    }
}
