package dev.smartdoctor.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.gateway.route.Routes;
import dev.smartdoctor.localstack.service.Service;
import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.Suite;

/** The table of these tests, the gateway's and the services' own documents speak of the same calls and the same fields. */
class EndpointTableIT {
    private static final LocalStack SUITE = Suite.shared();
    private static final List<Service> SERVICES = List.of(Service.AUTH, Service.APPOINTMENT, Service.ASSISTANT,
            Service.NOTIFICATION);
    /** Routes for what the interface promises and no service offers yet. */
    private static final Set<String> NOT_BUILT = Set.of("POST /api/auth/federated", "POST /api/auth/totp",
            "POST /api/auth/totp/confirm", "DELETE /api/auth/totp", "DELETE /api/users/me", "GET /api/users/me/export",
            "GET /api/users/me/access-log", "POST /api/appointments/series", "POST /api/waitlist", "GET /api/waitlist",
            "DELETE /api/waitlist/{}", "POST /api/waitlist/offers/{}/accept", "POST /api/waitlist/offers/{}/decline",
            "GET /api/admin/statistics");

    private static Cast cast;

    @BeforeAll
    static void gather() {
        cast = new Cast(SUITE);
    }

    @Test
    void holdsEveryCallOfEveryService() {
        Set<String> offered = new TreeSet<>();
        for (Service service : SERVICES) {
            document(service).get("paths").properties().forEach(path -> path.getValue().fieldNames()
                    .forEachRemaining(method -> offered.add(call(method, path.getKey()))));
        }
        offered.removeIf(call -> call.contains(" /internal/"));
        assertThat(Endpoints.all().stream().map(endpoint -> call(endpoint.method(), endpoint.path())))
                .containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void holdsEveryFieldOfEveryBody() {
        List<String> different = new ArrayList<>();
        for (Service service : SERVICES) {
            JsonNode document = document(service);
            for (Endpoint endpoint : Endpoints.all()) {
                JsonNode schema = document.at(pointer(endpoint));
                if (!schema.isMissingNode()) {
                    compare(document, schema, endpoint.hasBody() ? Body.whole(cast, endpoint) : null, endpoint.name(),
                            different);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void isWhatTheGatewayRoutes() {
        Set<String> table = Endpoints.all().stream().map(endpoint -> call(endpoint.method(), endpoint.path()))
                .collect(Collectors.toCollection(TreeSet::new));
        // The calendar file is routed as the visit is.
        table.remove("GET /api/appointments/{}.ics");
        table.addAll(NOT_BUILT);
        assertThat(Routes.all().stream().filter(route -> route.service() != null)
                .map(route -> call(route.method(), route.template()))).containsExactlyInAnyOrderElementsOf(table);
    }

    @Test
    void whatIsNotBuiltIsNotFound() {
        Refusals refusals = new Refusals();
        for (String call : NOT_BUILT) {
            String[] parts = call.replace("{}", cast.thing("nobody")).split(" ");
            int status = call.equals("DELETE /api/users/me") || call.endsWith("/series") ? 405 : 404;
            refusals.expect(call, cast.as(Cast.ADMIN).send(parts[0], parts[1], null), status);
        }
        refusals.assertAll();
    }

    private static void compare(JsonNode document, JsonNode schema, JsonNode example, String where,
            List<String> different) {
        JsonNode resolved = schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        if (resolved.has("items")) {
            compare(document, resolved.get("items"), example == null ? null : example.path(0), where + "[]", different);
        }
        if (resolved.has("properties")) {
            Set<String> known = new TreeSet<>();
            resolved.get("properties").fieldNames().forEachRemaining(known::add);
            Set<String> tried = new TreeSet<>();
            if (example != null) {
                example.fieldNames().forEachRemaining(tried::add);
            }
            if (!known.equals(tried)) {
                different.add(where + " has " + known + " but the table " + tried);
            }
            resolved.get("properties").properties().forEach(property -> compare(document, property.getValue(),
                    example == null ? null : example.path(property.getKey()), where + "." + property.getKey(),
                    different));
        }
    }

    private static String pointer(Endpoint endpoint) {
        return "/paths/" + endpoint.path().replace("/", "~1") + "/" + endpoint.method().toLowerCase(Locale.ROOT)
                + "/requestBody/content/application~1json/schema";
    }

    private static String call(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private static JsonNode document(Service service) {
        return Api.at(SUITE.address(service)).get("/openapi?format=json").expect(200).json();
    }
}
