package dev.smartdoctor.system.input;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares JSON with the schemas of a document: those keywords of JSON Schema that ours use. */
final class Shape {
    private final Described described;
    private final List<String> faults = new ArrayList<>();

    Shape(Described described) {
        this.described = described;
    }

    List<String> faults() {
        return faults;
    }

    void note(String where, boolean right, String fault) {
        if (!right) {
            faults.add(where + " " + fault);
        }
    }

    void check(String where, JsonNode schema, JsonNode value) {
        JsonNode known = described.resolved(schema);
        if (known.has("anyOf")) {
            note(where, allowsAny(known.get("anyOf"), value), "is none of what it may be: " + value);
            return;
        }
        note(where, known.has("type"), "has no type");
        note(where, isOf(known.path("type"), value), "is no " + known.path("type") + " but " + value);
        if (value.isObject()) {
            object(where, known, value);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(where + "[" + i + "]", known.path("items"), value.get(i));
        }
        if (value.isTextual()) {
            text(where, known, value);
        }
    }

    private boolean allowsAny(JsonNode schemas, JsonNode value) {
        for (JsonNode schema : schemas) {
            Shape one = new Shape(described);
            one.check("", schema, value);
            if (one.faults.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (isOf(type, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private void object(String where, JsonNode schema, JsonNode value) {
        schema.path("required")
                .forEach(name -> note(where + "." + name.asText(), value.has(name.asText()), "is missing"));
        value.properties().forEach(field -> {
            String name = where + "." + field.getKey();
            JsonNode property = schema.path("properties").path(field.getKey());
            if (!property.isMissingNode()) {
                check(name, property, field.getValue());
            } else {
                note(name, schema.path("additionalProperties").asBoolean(), "is not described");
            }
        });
    }

    private void text(String where, JsonNode schema, JsonNode value) {
        if (schema.has("enum")) {
            note(where, schema.get("enum").toString().contains(value.toString()), "is not listed: " + value);
        }
        try {
            switch (schema.path("format").asText()) {
                case "uuid" -> UUID.fromString(value.asText());
                case "date" -> LocalDate.parse(value.asText());
                case "date-time" -> OffsetDateTime.parse(value.asText());
                default -> {
                    // Nothing to parse it by.
                }
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            note(where, false, "is no " + schema.get("format") + ": " + value);
        }
    }
}
