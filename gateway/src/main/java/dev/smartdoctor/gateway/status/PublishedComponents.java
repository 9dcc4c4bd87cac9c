package dev.smartdoctor.gateway.status;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The components of all kinds that published operations refer to, directly or by others. Where two services mean different things
 * by one name, the later one's gets its service in front. A reference to what a service does not define itself stays: it names
 * what an earlier service has published, as the assistant does with the visit.
 */
final class PublishedComponents {
    private static final String PREFIX = "#/components/";

    private final JsonObject kinds = new JsonObject();

    /** Publishes what these operations of a service refer to, and answers them as they must be published. */
    JsonObject publish(Service service, JsonObject operations, JsonObject document) {
        Map<String, Object> used = new LinkedHashMap<>();
        collect(operations, document, used);
        Map<String, String> renamed = clashes(service, used);
        used.forEach((reference, component) -> put(renamed.getOrDefault(reference, reference),
                rename(component, renamed)));
        return (JsonObject) rename(operations, renamed);
    }

    JsonObject byKind() {
        return kinds;
    }

    private static void collect(Object value, JsonObject document, Map<String, Object> found) {
        if (value instanceof JsonObject object) {
            object.forEach(member -> collect(member.getValue(), document, found));
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> collect(item, document, found));
        } else if (value instanceof String text && text.startsWith(PREFIX) && !found.containsKey(text)) {
            Object component = find(document.getJsonObject("components", new JsonObject()), text);
            if (component != null) {
                found.put(text, component);
                collect(component, document, found);
            }
        }
    }

    /** A component clashes too where what it refers to does: it would else be published as the other service means it. */
    private Map<String, String> clashes(Service service, Map<String, Object> used) {
        Map<String, String> renamed = new LinkedHashMap<>();
        int before;
        do {
            before = renamed.size();
            used.forEach((reference, component) -> {
                Object there = find(kinds, reference);
                if (there != null && !renamed.containsKey(reference) && !there.equals(rename(component, renamed))) {
                    renamed.put(reference, named(service, reference));
                }
            });
        } while (renamed.size() > before);
        return renamed;
    }

    private void put(String reference, Object component) {
        String[] place = place(reference);
        if (!kinds.containsKey(place[0])) {
            kinds.put(place[0], new JsonObject());
        }
        kinds.getJsonObject(place[0]).put(place[1], component);
    }

    private static Object find(JsonObject kinds, String reference) {
        String[] place = place(reference);
        return place.length < 2 ? null : kinds.getJsonObject(place[0], new JsonObject()).getValue(place[1]);
    }

    /** Kind and name. */
    private static String[] place(String reference) {
        return reference.substring(PREFIX.length()).split("/", 2);
    }

    private static String named(Service service, String reference) {
        int name = reference.lastIndexOf('/') + 1;
        String label = service.label();
        return reference.substring(0, name) + Character.toUpperCase(label.charAt(0)) + label.substring(1)
                + reference.substring(name);
    }

    private static Object rename(Object value, Map<String, String> renamed) {
        if (value instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.forEach(member -> copy.put(member.getKey(), rename(member.getValue(), renamed)));
            return copy;
        }
        if (value instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(item -> copy.add(rename(item, renamed)));
            return copy;
        }
        return value instanceof String text ? renamed.getOrDefault(text, text) : value;
    }
}
