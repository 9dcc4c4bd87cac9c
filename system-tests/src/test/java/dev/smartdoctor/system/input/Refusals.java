package dev.smartdoctor.system.input;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.smartdoctor.system.suite.Answer;

/** Looks at one refusal after another and keeps what is wrong with each, so that one run tells of all. */
final class Refusals {
    /** Stands in rejected values, and must not come back. */
    static final String MARK = "zq7mark";

    private static final Map<Integer, String> CODES = Map.ofEntries(entry(400, "MALFORMED_REQUEST"),
            entry(401, "UNAUTHENTICATED"), entry(403, "FORBIDDEN"), entry(404, "NOT_FOUND"),
            entry(405, "METHOD_NOT_ALLOWED"), entry(406, "NOT_ACCEPTABLE"), entry(413, "BODY_TOO_LARGE"),
            entry(414, "URI_TOO_LONG"), entry(415, "UNSUPPORTED_MEDIA_TYPE"), entry(422, "VALIDATION_ERROR"),
            entry(431, "HEADERS_TOO_LARGE"));
    private static final List<String> MEMBERS = List.of("type", "title", "detail", "instance", "code", "traceId");
    /** Names of classes and packages, a line of a stack trace, statements of SQL. */
    private static final Pattern INSIDES = Pattern
            .compile("Exception|dev\\.smartdoctor|java\\.|jakarta\\.|io\\.quarkus|"
                    + "vertx|jackson|postgres|\\bat [a-z]+\\.|(?i:select .* from|insert into|sqlstate)|[A-Z][A-Za-z]+(View|Request)\\b");

    private final List<String> wrong = new ArrayList<>();
    private int seen;

    /** Runs this for every call that is meant; all of it must be refused and leave nothing behind. */
    static void everywhere(Cast cast, Predicate<Endpoint> meant, BiConsumer<Endpoint, Refusals> test) {
        Refusals refusals = new Refusals();
        Stored.nothingBy(cast.suite(), () -> {
            Endpoints.all().stream().filter(meant).forEach(endpoint -> test.accept(endpoint, refusals));
            refusals.assertAll();
        });
    }

    /** Must be refused with this status and the code that belongs to it. */
    Refusals expect(String what, Answer answer, int status) {
        return expect(what, answer, status, null);
    }

    /** @param field what a 422 must name: this, something in it, or what it is in */
    Refusals expect(String what, Answer answer, int status, String field) {
        seen++;
        if (answer.status() != status) {
            note(what, "wanted " + status, answer);
            return this;
        }
        JsonNode problem = problem(what, answer);
        if (problem != null) {
            form(what, answer, problem);
            if (field != null && !names(problem, field)) {
                note(what, "does not name " + field, answer);
            }
            if (!CODES.get(status).equals(problem.path("code").asText())) {
                note(what, "wanted " + CODES.get(status), answer);
            }
        }
        return this;
    }

    /** Anything goes but a failure of our own; what is refused has the form of a refusal, and names the field. */
    void noFault(String what, Answer answer, String field) {
        seen++;
        if (answer.status() >= 500) {
            note(what, "wanted no 5xx", answer);
        } else if (answer.status() >= 400) {
            JsonNode problem = problem(what, answer);
            if (problem != null) {
                form(what, answer, problem);
            }
            if (problem != null && field != null && problem.has("errors") && !names(problem, field)) {
                note(what, "does not name " + field, answer);
            }
        }
    }

    void note(String what, String fault, Answer answer) {
        String text = answer.text();
        note(what, fault + ", was " + answer.status() + " " + text.substring(0, Math.min(300, text.length())));
    }

    void note(String what, String fault) {
        wrong.add(what + ": " + fault);
    }

    int seen() {
        return seen;
    }

    /** To be called last. */
    void assertAll() {
        assertThat(seen).as("requests").isPositive();
        assertThat(wrong).as("of %d answers", seen).isEmpty();
    }

    private JsonNode problem(String what, Answer answer) {
        if (!answer.header("Content-Type").orElse("").equals("application/problem+json")) {
            note(what, "no problem body but " + answer.header("Content-Type"), answer);
            return null;
        }
        try {
            return answer.json();
        } catch (UncheckedIOException notJson) {
            note(what, "not JSON", answer);
            return null;
        }
    }

    private void form(String what, Answer answer, JsonNode problem) {
        for (String member : MEMBERS) {
            if (problem.path(member).asText().isBlank()) {
                note(what, "without " + member, answer);
            }
        }
        boolean errors = answer.status() != 422 || areErrors(problem.path("errors"))
                || !problem.path("code").asText().equals("VALIDATION_ERROR");
        if (problem.path("status").asInt() != answer.status()
                || !problem.path("traceId").asText().matches("[0-9a-f]{32}")
                || !errors) {
            note(what, "status, traceId or errors", answer);
        }
        if (INSIDES.matcher(withoutAddress(problem)).find() || answer.text().contains(MARK)) {
            note(what, "tells too much", answer);
        }
    }

    /** The instance is the address that was asked for, whatever stands in it (RFC 9457, 3.1.5). */
    private static String withoutAddress(JsonNode problem) {
        return problem.<ObjectNode>deepCopy().without("instance").toString();
    }

    private static boolean areErrors(JsonNode errors) {
        for (JsonNode error : errors) {
            for (String member : List.of("field", "code", "message")) {
                if (error.path(member).asText().isBlank()) {
                    return false;
                }
            }
        }
        return !errors.isEmpty();
    }

    private static boolean names(JsonNode problem, String field) {
        for (JsonNode error : problem.path("errors")) {
            String named = error.path("field").asText();
            if (named.startsWith(field) || field.startsWith(named)) {
                return true;
            }
        }
        return false;
    }
}
