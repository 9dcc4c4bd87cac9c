package dev.smartdoctor.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An entry with everything replaced by its form that differs from one event of a type to the next: two entries of one form have
 * the same fields and the same keys in the payload, ids where the other has ids (and one id twice where the other has one
 * twice), times where it has times, and are equal in every other value.
 */
public final class EventForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Map<String, Pattern> FORMS = Map.of(
            "an instant", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z"),
            "a time with its offset", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d"),
            "a trace context", Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));

    private final Map<String, String> form = new TreeMap<>();
    private final List<String> ids = new ArrayList<>();

    private EventForm() {
    }

    /** The form of each field, and of each value of the payload as {@code payload.NAME}. */
    public static Map<String, String> of(Map<String, String> fields) {
        EventForm entry = new EventForm();
        Map<String, String> inOrder = new TreeMap<>(fields);
        String payload = inOrder.remove("payload");
        String version = inOrder.remove("version");
        inOrder.forEach((name, value) -> entry.form.put(name, entry.form(value)));
        entry.form.put("version", version != null && version.matches("[1-9]\\d*") ? "a version" : version);
        try {
            Map<String, JsonNode> facts = new TreeMap<>();
            JSON.readTree(payload).properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
            facts.forEach((name, value) -> entry.form.put("payload." + name, entry.form(value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entry.form;
    }

    private String form(JsonNode value) {
        return value.isTextual() ? form(value.textValue()) : value.getNodeType() + " " + value;
    }

    private String form(String value) {
        if (ID.matcher(value).matches()) {
            if (!ids.contains(value)) {
                ids.add(value);
            }
            return "id " + ids.indexOf(value);
        }
        return FORMS.entrySet().stream().filter(form -> form.getValue().matcher(value).matches()).findFirst()
                .map(Map.Entry::getKey).orElse("\"" + value + "\"");
    }
}
