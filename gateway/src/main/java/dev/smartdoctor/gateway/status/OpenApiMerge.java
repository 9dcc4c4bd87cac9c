package dev.smartdoctor.gateway.status;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import dev.smartdoctor.gateway.route.Route;
import dev.smartdoctor.gateway.route.RouteTable;
import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Makes one OpenAPI document of several: only operations that the gateway routes, with the components that they refer to, and
 * with the one security scheme that the gateway knows.
 */
final class OpenApiMerge {
    private static final String LIMITS = "Answers 429 with Retry-After, RateLimit and RateLimit-Policy above the limits; every "
            + "error is an application/problem+json with a stable code and a trace id. Whatever is asked for, 405, 414 and "
            + "431 have that form too.";
    private static final String SCHEME = "bearer";

    private final RouteTable table;
    private final JsonObject paths = new JsonObject();
    private final PublishedComponents components = new PublishedComponents();

    OpenApiMerge(RouteTable table) {
        this.table = table;
    }

    void add(Service service, JsonObject document) {
        JsonObject routed = new JsonObject();
        document.getJsonObject("paths", new JsonObject()).forEach(path -> {
            JsonObject operations = routed(service, path.getKey(), (JsonObject) path.getValue());
            if (operations.stream().anyMatch(member -> member.getValue() instanceof JsonObject)) {
                routed.put(path.getKey(), operations);
            }
        });
        paths.mergeIn(components.publish(service, routed, document), 2);
    }

    JsonObject document() {
        JsonObject bearer = new JsonObject().put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        return new JsonObject().put("openapi", "3.1.0")
                .put("info",
                        new JsonObject().put("title", "Smart Doctor").put("version", "1").put("description", LIMITS))
                .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
                .put("security", security(Set.of()))
                .put("paths", paths)
                .put("components", components.byKind().copy().put("securitySchemes",
                        new JsonObject().put(SCHEME, bearer)));
    }

    /** What the gateway routes to this service, beside what the path's operations share. */
    private JsonObject routed(Service service, String path, JsonObject operations) {
        RouteTable.Found found = table.find(path);
        JsonObject routed = new JsonObject();
        if (found != null) {
            operations.forEach(member -> {
                Route route = found.route(member.getKey().toUpperCase(Locale.ROOT));
                if (!(member.getValue() instanceof JsonObject operation)) {
                    routed.put(member.getKey(), member.getValue());
                } else if (route != null && route.service() == service) {
                    routed.put(member.getKey(), secured(operation.copy(), route));
                }
            });
        }
        return routed;
    }

    /** Public, or by token; the roles that a service asks for are told under whatever name it gave the scheme. */
    private static JsonObject secured(JsonObject operation, Route route) {
        if (!route.access().needsToken()) {
            return operation.put("security", new JsonArray());
        }
        Set<String> roles = new TreeSet<>();
        operation.getJsonArray("security", new JsonArray()).forEach(need -> ((JsonObject) need)
                .forEach(scheme -> ((JsonArray) scheme.getValue()).forEach(role -> roles.add((String) role))));
        return operation.put("security", security(roles));
    }

    private static JsonArray security(Set<String> roles) {
        return new JsonArray().add(new JsonObject().put(SCHEME, new JsonArray(roles.stream().toList())));
    }
}
