package dev.smartdoctor.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.route.RouteTable;
import dev.smartdoctor.gateway.route.Routes;
import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.json.JsonObject;

class OpenApiMergeTest {
    private static final String APPOINTMENT = """
            {"paths":{"/api/doctors":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/Page"}}}}}}},"/internal/appointments/{id}":{"get":{}},
            "/api/appointments":{"get":{},"delete":{}}},
            "components":{"schemas":{"Page":{"type":"object","title":"doctors"},"Same":{"type":"string"}}}}""";
    private static final String NOTIFICATION = """
            {"paths":{"/api/notifications":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/Page"}}}}}}},"/api/doctors":{"get":{"summary":"not mine"}}},
            "components":{"schemas":{"Page":{"type":"object","title":"notices"},"Same":{"type":"string"}}}}""";

    private final JsonObject merged = merge();

    private static JsonObject merge() {
        OpenApiMerge merge = new OpenApiMerge(new RouteTable(Routes.all()));
        merge.add(Service.APPOINTMENT, new JsonObject(APPOINTMENT));
        merge.add(Service.NOTIFICATION, new JsonObject(NOTIFICATION));
        return merge.document();
    }

    @Test
    void holdsOnlyWhatTheGatewayRoutes() {
        JsonObject paths = merged.getJsonObject("paths");
        assertThat(paths.fieldNames()).containsExactlyInAnyOrder("/api/doctors", "/api/appointments",
                "/api/notifications");
        assertThat(paths.getJsonObject("/api/appointments").fieldNames()).containsExactly("get");
        assertThat(paths.getJsonObject("/api/doctors").getJsonObject("get").getString("summary")).isNull();
    }

    @Test
    void keepsSchemasOfTheSameNameApart() {
        JsonObject schemas = merged.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.fieldNames()).containsExactlyInAnyOrder("Page", "Same", "NotificationPage");
        assertThat(merged.getJsonObject("paths").getJsonObject("/api/notifications").encode())
                .contains("#/components/schemas/NotificationPage");
    }

    @Test
    void marksPublicOperations() {
        JsonObject paths = merged.getJsonObject("paths");
        assertThat(paths.getJsonObject("/api/doctors").getJsonObject("get").getJsonArray("security")).isEmpty();
        assertThat(paths.getJsonObject("/api/notifications").getJsonObject("get").containsKey("security")).isFalse();
    }
}
