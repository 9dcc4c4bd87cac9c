package dev.smartdoctor.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.route.RouteTable;
import dev.smartdoctor.gateway.route.Routes;
import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class OpenApiMergeTest {
    private static final String APPOINTMENT = """
            {"paths":{"/api/doctors":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/Page"}}}},"429":{"$ref":"#/components/responses/RATE_LIMIT"}}}},
            "/internal/appointments/{id}":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/InternalView"}}}}}}},
            "/api/appointments":{"parameters":[{"$ref":"#/components/parameters/Zone"}],
            "get":{"security":[{"Own":["patient","doctor"]}]},"delete":{}}},
            "components":{"schemas":{"Page":{"type":"object","title":"doctors","properties":{"items":{"type":"array",
            "items":{"$ref":"#/components/schemas/Item"}}}},"Item":{"title":"doctor"},"Same":{"type":"string"},
            "InternalView":{"type":"object"},"Visit":{"title":"visit"}},
            "responses":{"RATE_LIMIT":{"headers":{"Retry-After":{"$ref":"#/components/headers/Retry-After"}},
            "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Same"}}}}},
            "headers":{"Retry-After":{"schema":{"type":"string"}},"Unused":{}},"parameters":{"Zone":{"name":"zone"}},
            "securitySchemes":{"Own":{"type":"http"}}}}""";
    private static final String NOTIFICATION = """
            {"paths":{"/api/notifications":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/Page"}}}},"429":{"$ref":"#/components/responses/RATE_LIMIT"}}}},
            "/api/doctors":{"summary":"not mine","get":{"summary":"not mine"}}},
            "components":{"schemas":{"Page":{"type":"object","title":"doctors","properties":{"items":{"type":"array",
            "items":{"$ref":"#/components/schemas/Item"}}}},"Item":{"title":"notice"},"Same":{"type":"string"}},
            "responses":{"RATE_LIMIT":{"headers":{"Retry-After":{"$ref":"#/components/headers/Retry-After"}},
            "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Same"}}}}},
            "headers":{"Retry-After":{"schema":{"type":"string"}}}}}""";
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/([a-z]+)/([A-Za-z_-]+)\"");

    private final JsonObject merged = merge();
    private final JsonObject paths = merged.getJsonObject("paths");
    private final JsonObject components = merged.getJsonObject("components");

    private static JsonObject merge() {
        OpenApiMerge merge = new OpenApiMerge(new RouteTable(Routes.all()));
        merge.add(Service.APPOINTMENT, new JsonObject(APPOINTMENT));
        merge.add(Service.NOTIFICATION, new JsonObject(NOTIFICATION));
        return merge.document();
    }

    @Test
    void holdsOnlyWhatTheGatewayRoutes() {
        assertThat(paths.fieldNames()).containsExactlyInAnyOrder("/api/doctors", "/api/appointments",
                "/api/notifications");
        assertThat(paths.getJsonObject("/api/appointments").fieldNames()).containsExactlyInAnyOrder("parameters",
                "get");
        assertThat(paths.getJsonObject("/api/doctors").fieldNames()).containsExactly("get");
        assertThat(paths.getJsonObject("/api/doctors").getJsonObject("get").getString("summary")).isNull();
    }

    @Test
    void holdsOnlyComponentsOfRoutedOperations() {
        assertThat(names("schemas")).containsExactlyInAnyOrder("Page", "Item", "Same", "NotificationPage",
                "NotificationItem");
        assertThat(names("headers")).containsExactly("Retry-After");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Matcher reference = REFERENCE.matcher(merged.encode());
        Set<String> kinds = new TreeSet<>();
        while (reference.find()) {
            kinds.add(reference.group(1));
            assertThat(names(reference.group(1))).as(reference.group()).contains(reference.group(2));
        }
        assertThat(kinds).containsExactly("headers", "parameters", "responses", "schemas");
    }

    /** Two pages that read the same, of items that do not. */
    @Test
    void keepsSchemasOfTheSameNameApart() {
        JsonObject schemas = components.getJsonObject("schemas");
        assertThat(paths.getJsonObject("/api/doctors").encode()).contains("#/components/schemas/Page\"");
        assertThat(schemas.getJsonObject("Page").encode()).contains("#/components/schemas/Item\"");
        assertThat(paths.getJsonObject("/api/notifications").encode())
                .contains("#/components/schemas/NotificationPage\"", "#/components/responses/RATE_LIMIT\"");
        assertThat(schemas.getJsonObject("NotificationPage").encode())
                .contains("#/components/schemas/NotificationItem\"");
        assertThat(schemas.getJsonObject("NotificationItem").getString("title")).isEqualTo("notice");
    }

    @Test
    void findsWhatAnotherServiceHasPublished() {
        OpenApiMerge merge = new OpenApiMerge(new RouteTable(Routes.all()));
        merge.add(Service.APPOINTMENT, new JsonObject(APPOINTMENT));
        merge.add(Service.ASSISTANT, new JsonObject("""
                {"paths":{"/api/assistant/proposals/{id}/confirm":{"post":{"responses":{"200":{"content":
                {"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}}}}}}}"""));
        JsonObject document = merge.document();
        assertThat(document.getJsonObject("paths").getJsonObject("/api/assistant/proposals/{id}/confirm").encode())
                .contains("#/components/schemas/Item\"");
        assertThat(document.getJsonObject("components").getJsonObject("schemas").getJsonObject("Item").encode())
                .contains("doctor");
    }

    @Test
    void knowsOneSecurityScheme() {
        assertThat(security("/api/doctors")).isEmpty();
        assertThat(security("/api/notifications").encode()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(security("/api/appointments").encode()).isEqualTo("[{\"bearer\":[\"doctor\",\"patient\"]}]");
        assertThat(names("securitySchemes")).containsExactly("bearer");
    }

    private Set<String> names(String kind) {
        return components.getJsonObject(kind).fieldNames();
    }

    private JsonArray security(String path) {
        return paths.getJsonObject(path).getJsonObject("get").getJsonArray("security");
    }
}
