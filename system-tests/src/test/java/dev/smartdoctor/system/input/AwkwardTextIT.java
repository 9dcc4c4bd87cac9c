package dev.smartdoctor.system.input;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.smartdoctor.platform.testing.AwkwardStrings;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Suite;

/**
 * Text that breaks programs, through every place for text of every call: what is accepted is found again as it was sent, what is
 * not is refused by its field, and nothing fails.
 */
class AwkwardTextIT {
    private static final int SAMPLE = 60;
    /** For ids, times and constants, which are all read by the same few lines. */
    private static final int SAMPLE_WHERE_FORMAL = 12;
    /** Each costs a hash, which is made to be slow; all of them would cost an hour. */
    private static final int SAMPLE_OF_PASSWORDS = Suite.isProof() ? SAMPLE : 6;
    private static final Pattern FORMAL = Pattern.compile("[0-9a-f-]{36}|[0-9-]{10}.*|[0-9]{2}:[0-9]{2}");
    private static final Set<String> USED_UP = Set.of("POST /api/appointments/{id}/cancel",
            "POST /api/assistant/conversations/{id}/messages");

    private static List<String> strings;
    private static Cast cast;

    @BeforeAll
    static void gather() {
        strings = AwkwardStrings.all().toList();
        cast = new Cast(Suite.shared());
    }

    @AfterAll
    static void tidy() {
        if (cast != null) {
            cast.tidy();
        }
    }

    @Test
    void everyFieldOfEveryBody() {
        Refusals refusals = new Refusals();
        for (Endpoint endpoint : Endpoints.all()) {
            if (endpoint.hasBody()) {
                ObjectNode whole = Body.whole(cast, endpoint);
                for (JsonPointer place : Body.textPlaces(whole)) {
                    sample(place, whole.at(place).asText()).forEach(text -> send(endpoint, place, text, refusals));
                }
            }
        }
        refusals.assertAll();
    }

    @Test
    void everyPartOfAnAddress() {
        Refusals refusals = new Refusals();
        Map<String, String> addresses = Map.of("/api/doctors?q=", Cast.NOBODY, "/api/doctors?specialty=", Cast.NOBODY,
                "/api/doctors?locationId=", Cast.NOBODY, "/api/doctors?page=", Cast.NOBODY,
                "/api/slots?from=2027-01-04&specialty=", Cast.NOBODY,
                cast.fill("/api/slots/days?from=2027-01-04&doctorId=$doctor&visitType="), Cast.NOBODY,
                "/api/admin/users?query=", Cast.ADMIN, "/api/admin/deliveries?state=", Cast.ADMIN,
                "/api/appointments?status=", Cast.PATIENT, "/api/doctors/", Cast.NOBODY);
        addresses.forEach((address, who) -> sample(strings, SAMPLE).forEach(text -> {
            Answer answer = cast.as(who).get(address + encoded(text));
            refusals.noFault(address + text, answer, null);
        }));
        refusals.assertAll();
    }

    @Test
    void everyHeaderThatIsRead() {
        Refusals refusals = new Refusals();
        List<String> possible = strings.stream().filter(text -> text.matches("[\\x21-\\x7e][\\x20-\\x7e]*")).toList();
        for (String text : sample(possible, SAMPLE)) {
            Answer booked = cast.as(Cast.PATIENT).with("Idempotency-Key", text).post("/api/appointments",
                    Map.of("doctorId", cast.thing("doctor"), "start", cast.thing("start")));
            refusals.noFault("Idempotency-Key: " + text, booked, null);
            if (booked.status() == 201) {
                String cancel = "/api/appointments/" + booked.at("id") + "/cancel";
                refusals.noFault("If-Match: " + text,
                        cast.as(Cast.PATIENT).with("If-Match", text).post(cancel, Map.of()),
                        null);
                cast.as(Cast.PATIENT).post(cancel, Map.of());
            }
            refusals.noFault("Accept-Language: " + text, cast.as(Cast.NOBODY).with("Accept-Language", text)
                    .post("/api/assistant/triage", Map.of("text", "my head hurts")), null);
        }
        refusals.assertAll();
    }

    private static void send(Endpoint endpoint, JsonPointer place, String text, Refusals refusals) {
        if (USED_UP.contains(endpoint.name())) {
            cast.renew(endpoint.thing());
        }
        ObjectNode body = Body.with(cast, endpoint, place, text);
        Answer answer = cast.send(endpoint, cast.caller(endpoint), cast.address(endpoint), body.toString());
        String name = Body.name(place);
        String what = endpoint + " " + name + " " + text;
        refusals.noFault(what, answer, endpoint.takesAnyText(name) ? null : name);
        if (answer.status() < 300) {
            kept(what, answer.text().startsWith("{") ? answer.json().at(place) : null, text, refusals);
            kept(what, ReadBack.of(cast, endpoint, answer, body).at(place), text, refusals);
        }
        if (name.equals("password") && answer.status() == 201) {
            Answer signedIn = cast.as(Cast.NOBODY).post("/api/auth/login",
                    Map.of("email", body.get("email").asText(), "password", text));
            if (signedIn.status() != 200) {
                refusals.note(what, "is not the password", signedIn);
            }
        }
        undo(endpoint, answer);
    }

    private static void kept(String what, JsonNode found, String text, Refusals refusals) {
        if (found != null && found.isTextual() && !found.asText().equals(text)) {
            refusals.note(what, "became " + found);
        }
    }

    /** Gives the slot or the day back, for the next text; a cancelling that was refused leaves its visit too. */
    private static void undo(Endpoint endpoint, Answer answer) {
        if (endpoint.name().equals("POST /api/admin/holidays") && answer.status() == 201) {
            Stored.change(cast.suite(), "appointment", "delete from holiday where id = ?::uuid", answer.at("id"));
        }
        String visit = endpoint.name().equals("POST /api/appointments") && answer.status() == 201
                ? answer.at("id")
                : endpoint.name().equals("POST /api/appointments/{id}/cancel") ? cast.thing("visit") : null;
        if (visit != null) {
            cast.as(Cast.PATIENT).post("/api/appointments/" + visit + "/cancel", Map.of());
        }
    }

    private static List<String> sample(JsonPointer place, String example) {
        if (place.toString().contains("assword")) {
            return spread(strings, SAMPLE_OF_PASSWORDS);
        }
        return sample(strings, FORMAL.matcher(example).matches() ? SAMPLE_WHERE_FORMAL : SAMPLE);
    }

    /** All of them where there is time. */
    private static List<String> sample(List<String> from, int count) {
        return Suite.isProof() ? from : spread(from, count);
    }

    /** Evenly spread, and the same in every run. */
    private static List<String> spread(List<String> from, int count) {
        int step = Math.max(1, from.size() / count);
        return IntStream.iterate(0, i -> i < from.size(), i -> i + step).mapToObj(from::get).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.isEmpty() ? UUID.randomUUID().toString() : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
