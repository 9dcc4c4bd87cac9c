package dev.smartdoctor.system.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Bodies of requests, and the places in them. */
final class Body {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Body() {
    }

    /** With every field that the call knows. */
    static ObjectNode whole(Cast cast, Endpoint endpoint) {
        try {
            return (ObjectNode) JSON.readTree(cast.fill(endpoint.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(endpoint.name(), e);
        }
    }

    /** One that the call accepts, or refuses for nothing that is wrong with its form. */
    static ObjectNode right(Cast cast, Endpoint endpoint) {
        return whole(cast, endpoint).remove(endpoint.absent());
    }

    /** Where a value stands, outermost first. */
    static List<JsonPointer> places(JsonNode body) {
        List<JsonPointer> found = new ArrayList<>();
        collect(body, JsonPointer.empty(), found);
        return found;
    }

    static List<JsonPointer> textPlaces(JsonNode body) {
        return places(body).stream().filter(place -> body.at(place).isTextual()).toList();
    }

    private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> found) {
        if (!here.matches()) {
            found.add(here);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            collect(field.getValue(), here.appendProperty(field.getKey()), found);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), here.appendIndex(i), found);
        }
    }

    /** As a refusal names it: {@code answers[0].text}. */
    static String name(JsonPointer place) {
        return place.toString().substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
    }

    /** The right body with another value at one place. */
    static ObjectNode with(Cast cast, Endpoint endpoint, JsonPointer place, JsonNode value) {
        ObjectNode whole = whole(cast, endpoint);
        ObjectNode body = right(cast, endpoint);
        String outermost = place.getMatchingProperty();
        body.set(outermost, whole.get(outermost));
        JsonNode parent = body.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return body;
    }

    static ObjectNode with(Cast cast, Endpoint endpoint, JsonPointer place, String text) {
        return with(cast, endpoint, place, TextNode.valueOf(text));
    }

    /** A value of no type that could be meant, which holds the mark. */
    static JsonNode ofAnotherType(JsonNode value, String mark) {
        return value.isTextual() || value.isArray()
                ? JSON.createObjectNode().put(mark, mark)
                : TextNode.valueOf(mark);
    }
}
