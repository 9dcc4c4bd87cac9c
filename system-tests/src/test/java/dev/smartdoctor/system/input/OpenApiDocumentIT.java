package dev.smartdoctor.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.gateway.route.Access;
import dev.smartdoctor.gateway.route.Routes;
import dev.smartdoctor.system.suite.Suite;

/** The gateway's document is whole: each call with its answers, its refusals, and whatever they refer to. */
class OpenApiDocumentIT {
    /** No model for these is wired yet, so nothing but 503 is ever answered. */
    static final Set<String> NOT_CONFIGURED = Set.of("POST /api/assistant/images",
            "POST /api/assistant/transcriptions");
    private static final Set<String> WITHOUT_A_BODY = Set.of("202", "204");
    private static final List<String> OF_EVERY_CALL = List.of("429", "500", "503");
    private static final List<String> OF_A_JSON_BODY = List.of("400", "413", "415", "422");

    private static Described described;

    @BeforeAll
    static void read() {
        described = Described.by(Suite.shared());
    }

    @Test
    void holdsEveryCall() {
        assertThat(described.operations().keySet())
                .containsExactlyInAnyOrderElementsOf(Endpoints.all().stream().map(Endpoint::name).toList());
    }

    @Test
    void everyCallSaysWhatItAnswers() {
        everywhere((call, operation, faults) -> {
            Set<String> done = statuses(operation, '2');
            if (done.isEmpty() != NOT_CONFIGURED.contains(call)) {
                faults.add("success " + done);
            }
            done.forEach(status -> {
                JsonNode content = described.resolved(operation.get("responses").get(status)).path("content");
                if (content.isEmpty() != WITHOUT_A_BODY.contains(status)) {
                    faults.add(status + " with content " + content);
                }
                content.forEach(type -> {
                    if (!described.resolved(type.path("schema")).has("type")) {
                        faults.add(status + " of no known shape: " + type);
                    }
                });
            });
        });
    }

    @Test
    void everyCallSaysHowItRefuses() {
        Map<String, Access> access = new HashMap<>();
        Routes.all().forEach(route -> access.put(plain(route.method() + " " + route.template()), route.access()));
        everywhere((call, operation, faults) -> {
            Set<String> wanted = new TreeSet<>(OF_EVERY_CALL);
            Access routed = access.get(plain(call).replace(".ics", ""));
            if (routed.needsToken()) {
                wanted.add("401");
            }
            if (!routed.roles().isEmpty()) {
                wanted.add("403");
            }
            if (operation.path("requestBody").path("content").has("application/json")) {
                wanted.addAll(OF_A_JSON_BODY);
            }
            operation.path("parameters").forEach(parameter -> wanted.addAll(refusals(described.resolved(parameter))));
            Set<String> there = statuses(operation, '4', '5');
            if (!there.containsAll(wanted)) {
                faults.add("refuses by " + there + " and not " + wanted);
            }
            there.stream().filter(status -> !isProblem(operation.get("responses").get(status)))
                    .forEach(status -> faults.add(status + " without a problem body"));
        });
        assertThat(fields("Problem")).containsExactlyInAnyOrder("type", "title", "status", "detail", "instance",
                "code", "traceId", "errors");
    }

    @Test
    void everyListIsAPage() {
        everywhere((call, operation, faults) -> {
            boolean paged = operation.path("parameters").toString().contains("\"pageSize\"");
            String schema = operation.at("/responses/200/content/application~1json/schema/$ref").asText();
            String name = schema.substring(schema.lastIndexOf('/') + 1);
            if (paged && !(name.startsWith("Page") && fields(name).equals(Set.of("items", "page", "pageSize", "total"))
                    && described.resolved(described.document().at("/components/schemas/" + name + "/properties/items"))
                            .at("/items/$ref").asText().endsWith("/" + name.substring("Page".length())))) {
                faults.add("answers " + schema);
            }
        });
    }

    @Test
    void everyReferenceAndSchemeIsDefined() {
        for (JsonNode reference : described.document().findValues("$ref")) {
            assertThat(described.document().at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText()).isFalse();
        }
        JsonNode schemes = described.document().at("/components/securitySchemes");
        for (JsonNode needs : described.document().findValues("security")) {
            needs.forEach(need -> need.fieldNames()
                    .forEachRemaining(scheme -> assertThat(schemes.has(scheme)).as(scheme).isTrue()));
        }
        everywhere((call, operation, faults) -> {
            boolean open = Endpoints.all().stream().anyMatch(it -> it.name().equals(call) && it.isPublic());
            if (!operation.has("security") || operation.get("security").isEmpty() != open) {
                faults.add("security " + operation.get("security"));
            }
        });
    }

    /** What services say to each other alone would stand here without a reference from any call. */
    @Test
    void holdsNothingThatNoCallSpeaksOf() {
        Set<String> spokenOf = new TreeSet<>();
        described.operations().values().forEach(operation -> follow(operation, spokenOf));
        described.document().get("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue().fieldNames().forEachRemaining(
                        name -> assertThat(spokenOf).contains("#/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void knowsWhichBodiesAreOptional() {
        everywhere((call, operation, faults) -> Endpoints.all().stream()
                .filter(endpoint -> endpoint.name().equals(call) && endpoint.hasBody()).forEach(endpoint -> {
                    if (operation.at("/requestBody/required").asBoolean() == endpoint.isBodyOptional()) {
                        faults.add("body " + operation.get("requestBody"));
                    }
                }));
    }

    private interface Look {
        void at(String call, JsonNode operation, List<String> faults);
    }

    private static void everywhere(Look look) {
        List<String> all = new ArrayList<>();
        described.operations().forEach((call, operation) -> {
            List<String> faults = new ArrayList<>();
            look.at(call, operation, faults);
            faults.forEach(fault -> all.add(call + ": " + fault));
        });
        assertThat(all).isEmpty();
    }

    private static void follow(JsonNode node, Set<String> found) {
        for (JsonNode reference : node.findValues("$ref")) {
            if (found.add(reference.asText())) {
                follow(described.document().at(reference.asText().substring(1)), found);
            }
        }
    }

    private static Set<String> statuses(JsonNode operation, char... families) {
        return operation.get("responses").properties().stream().map(Map.Entry::getKey)
                .filter(status -> new String(families).indexOf(status.charAt(0)) >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> refusals(JsonNode parameter) {
        return switch (parameter.path("in").asText()) {
            case "path" -> List.of("404");
            case "query" -> List.of("422");
            default -> parameter.path("name").asText().equals("If-Match") ? List.of("412") : List.of();
        };
    }

    private static boolean isProblem(JsonNode response) {
        return described.resolved(response).at("/content/application~1problem+json/schema/$ref").asText()
                .equals("#/components/schemas/Problem");
    }

    private static Set<String> fields(String schema) {
        JsonNode properties = described.document().at("/components/schemas/" + schema + "/properties");
        return StreamSupport.stream(properties.properties().spliterator(), false).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String call) {
        return call.replaceAll("\\{[^}]*}", "{}");
    }
}
