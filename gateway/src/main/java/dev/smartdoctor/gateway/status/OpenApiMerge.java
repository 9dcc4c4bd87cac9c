package dev.smartdoctor.gateway.status;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import dev.smartdoctor.gateway.route.Route;
import dev.smartdoctor.gateway.route.RouteTable;
import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Makes one OpenAPI document of several: only operations that the gateway routes, and where two services mean different things
 * by one schema name, the later one's name gets its service in front.
 */
final class OpenApiMerge {
    private static final String SCHEMAS = "#/components/schemas/";

    private final RouteTable table;
    private final JsonObject paths = new JsonObject();
    private final JsonObject schemas = new JsonObject();

    OpenApiMerge(RouteTable table) {
        this.table = table;
    }

    void add(Service service, JsonObject document) {
        JsonObject own = document.getJsonObject("components", new JsonObject()).getJsonObject("schemas",
                new JsonObject());
        Map<String, String> renamed = new HashMap<>();
        own.forEach(schema -> {
            boolean clashes = schemas.containsKey(schema.getKey())
                    && !schemas.getValue(schema.getKey()).equals(schema.getValue());
            if (clashes) {
                renamed.put(SCHEMAS + schema.getKey(), SCHEMAS + named(service, schema.getKey()));
            }
        });
        own.forEach(schema -> {
            String clash = renamed.get(SCHEMAS + schema.getKey());
            schemas.put(clash == null ? schema.getKey() : clash.substring(SCHEMAS.length()),
                    rename(schema.getValue(), renamed));
        });
        document.getJsonObject("paths", new JsonObject())
                .forEach(path -> addPath(service, path.getKey(), (JsonObject) rename(path.getValue(), renamed)));
    }

    JsonObject document() {
        String limits = "Answers 429 with Retry-After, RateLimit and RateLimit-Policy above the limits; every error is an "
                + "application/problem+json with a stable code and a trace id.";
        return new JsonObject().put("openapi", "3.1.0")
                .put("info",
                        new JsonObject().put("title", "Smart Doctor").put("version", "1").put("description", limits))
                .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
                .put("security", new JsonArray().add(new JsonObject().put("bearer", new JsonArray())))
                .put("paths", paths)
                .put("components", new JsonObject().put("schemas", schemas).put("securitySchemes",
                        new JsonObject().put("bearer", new JsonObject().put("type", "http").put("scheme", "bearer")
                                .put("bearerFormat", "JWT"))));
    }

    private void addPath(Service service, String path, JsonObject operations) {
        RouteTable.Found found = table.find(path);
        if (found == null) {
            return;
        }
        JsonObject routed = new JsonObject();
        operations.forEach(operation -> {
            Route route = found.route(operation.getKey().toUpperCase(Locale.ROOT));
            boolean shared = !(operation.getValue() instanceof JsonObject);
            if (shared || route != null && route.service() == service) {
                routed.put(operation.getKey(), described(operation.getValue(), route));
            }
        });
        if (!routed.isEmpty()) {
            paths.put(path, routed);
        }
    }

    private static Object described(Object operation, Route route) {
        if (route != null && operation instanceof JsonObject json && !route.access().needsToken()) {
            json.put("security", new JsonArray());
        }
        return operation;
    }

    private static String named(Service service, String schema) {
        String label = service.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + schema;
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
