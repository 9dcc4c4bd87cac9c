package dev.smartdoctor.system.input;

import static dev.smartdoctor.system.input.Refusals.MARK;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.smartdoctor.system.input.Endpoint.BadQuery;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Suite;

/** One thing wrong with a request that is right otherwise, to every call there is: refused as documented, nothing stored, nothing told. */
class BadInputIT {
    private static final int ABOVE_THE_LIMIT = 66_000;
    private static final int LONGER_THAN_ANY_TEXT = 20_000;

    private static Cast cast;

    @BeforeAll
    static void gather() {
        cast = new Cast(Suite.shared());
    }

    @Test
    void fieldsThatNobodyKnows() {
        eachBody((endpoint, refusals) -> {
            ObjectNode body = Body.right(cast, endpoint).put("surprise", MARK);
            refusals.expect(endpoint.name(), send(endpoint, body.toString()), 422, "surprise");
        });
    }

    @Test
    void valuesOfAnotherType() {
        eachPlace(false, (endpoint, place, refusals) -> {
            ObjectNode body = Body.with(cast, endpoint, place,
                    Body.ofAnotherType(Body.whole(cast, endpoint).at(place), MARK));
            refusals.expect(endpoint + " " + place, send(endpoint, body.toString()), 422, Body.name(place));
        });
    }

    @Test
    void textThatIsTooLong() {
        eachPlace(true, (endpoint, place, refusals) -> {
            ObjectNode body = Body.with(cast, endpoint, place, MARK + "x".repeat(LONGER_THAN_ANY_TEXT));
            refusals.expect(endpoint + " " + place, send(endpoint, body.toString()), 422, Body.name(place));
        });
    }

    @Test
    void textThatNoDatabaseKeeps() {
        eachPlace(true, (endpoint, place, refusals) -> {
            if (Body.name(place).contains("assword")) {
                return; // is hashed, and may be anything
            }
            String right = Body.whole(cast, endpoint).at(place).asText();
            for (String text : List.of(right + "\u0000", right + "\u0007", right + "\u202E")) {
                ObjectNode body = Body.with(cast, endpoint, place, text);
                refusals.expect(endpoint + " " + place, send(endpoint, body.toString()), 422, Body.name(place));
            }
        });
    }

    @Test
    void bodiesThatAreNotJson() {
        eachBody((endpoint, refusals) -> {
            String right = cast.rightBody(endpoint);
            for (String body : List.of(right.substring(0, right.length() - 1), "{'" + MARK + "':1}", MARK)) {
                refusals.expect(endpoint.name(), send(endpoint, body), 400);
            }
        });
    }

    @Test
    void bodiesThatAreNotOneObject() {
        eachBody((endpoint, refusals) -> {
            Stream<String> never = Stream.of("[]", "3", "\"" + MARK + "\"", cast.rightBody(endpoint) + "{}");
            Stream<String> unlessOptional = endpoint.isBodyOptional() ? Stream.of() : Stream.of("", "null");
            Stream.concat(never, unlessOptional)
                    .forEach(body -> refusals.expect(endpoint + " " + body, send(endpoint, body), 422));
        });
    }

    @Test
    void bodiesOfAnotherMediaType() {
        eachBody((endpoint, refusals) -> {
            for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x")) {
                Answer answer = cast.send(endpoint, cast.caller(endpoint).with("Content-Type", type),
                        cast.address(endpoint), cast.rightBody(endpoint));
                refusals.expect(endpoint + " " + type, answer, 415);
            }
        });
        each(Endpoint::isUpload,
                (endpoint, refusals) -> refusals.expect(endpoint.name(), send(endpoint, "{}"), 415));
    }

    @Test
    void bodiesAboveTheLimit() {
        eachBody((endpoint, refusals) -> {
            ObjectNode body = Body.right(cast, endpoint).put("surprise", MARK + "x".repeat(ABOVE_THE_LIMIT));
            refusals.expect(endpoint.name(), send(endpoint, body.toString()), 413);
        });
    }

    /** What the gateway lets through must not be too much for a service, whose server refuses without a body. */
    @Test
    void headersAndAddressesAboveTheLimit() {
        Refusals refusals = new Refusals();
        Endpoints.all().stream().filter(endpoint -> endpoint.method().equals("GET") && !endpoint.isSilent())
                .forEach(endpoint -> {
                    refusals.noFault(endpoint + " long", withHeaderOf(endpoint, 20_000), null);
                    refusals.expect(endpoint + " too long", withHeaderOf(endpoint, 30_000), 431);
                    refusals.noFault(endpoint + " far", withAddressOf(endpoint, 8_190), null);
                    refusals.expect(endpoint + " too far", withAddressOf(endpoint, 9_000), 414);
                });
        refusals.assertAll();
    }

    private static Answer withHeaderOf(Endpoint endpoint, int length) {
        return cast.caller(endpoint).with("User-Agent", "x".repeat(length)).get(cast.address(endpoint));
    }

    private static Answer withAddressOf(Endpoint endpoint, int length) {
        String address = cast.address(endpoint);
        String start = address + (address.contains("?") ? "&" : "?") + "filler=";
        return cast.caller(endpoint).get(start + "x".repeat(length - start.length()));
    }

    @Test
    void answersThatNobodyCanGive() {
        each(endpoint -> !endpoint.isSilent(), (endpoint, refusals) -> {
            for (String accept : List.of("image/png", "application/xml")) {
                Answer answer = cast.send(endpoint, cast.caller(endpoint).with("Accept", accept),
                        cast.address(endpoint), cast.rightBody(endpoint));
                refusals.expect(endpoint + " " + accept, answer, 406);
            }
        });
    }

    @Test
    void methodsThatTheCallDoesNotHave() {
        each(endpoint -> true, (endpoint, refusals) -> {
            String method = otherMethod(endpoint);
            Answer answer = cast.caller(endpoint).send(method, cast.address(endpoint), null);
            refusals.expect(method + " " + endpoint.path(), answer, 405);
            if (!answer.header("Allow").orElse("").contains(endpoint.method())) {
                refusals.note(endpoint.name(), "not allowed by " + answer.header("Allow"));
            }
        });
    }

    @Test
    void queriesThatMeanNothing() {
        each(endpoint -> !endpoint.badQueries().isEmpty(), (endpoint, refusals) -> {
            String path = cast.address(endpoint).replaceAll("\\?.*", "");
            for (BadQuery bad : endpoint.badQueries()) {
                Answer answer = cast.caller(endpoint).get(path + "?" + cast.fill(bad.query()));
                refusals.expect(endpoint + " " + bad, answer, 422, bad.parameter());
            }
        });
    }

    @Test
    void idsOfNothing() {
        each(Endpoint::hasId, (endpoint, refusals) -> {
            for (String id : List.of("x", "1-1-1-1-1", "%20", cast.thing("visit") + "x",
                    UUID.randomUUID().toString())) {
                Answer answer = cast.send(endpoint, cast.caller(endpoint), cast.address(endpoint, id),
                        cast.rightBody(endpoint));
                refusals.expect(endpoint + " " + id, answer, 404);
            }
        });
    }

    private static String otherMethod(Endpoint endpoint) {
        List<String> offered = Endpoints.all().stream().filter(each -> each.path().equals(endpoint.path()))
                .map(Endpoint::method).toList();
        return Stream.of("PUT", "PATCH", "POST").filter(method -> !offered.contains(method)).findFirst().orElseThrow();
    }

    private static Answer send(Endpoint endpoint, String body) {
        return cast.send(endpoint, cast.caller(endpoint), cast.address(endpoint), body);
    }

    private interface PlaceTest {
        void run(Endpoint endpoint, JsonPointer place, Refusals refusals);
    }

    private static void eachPlace(boolean textAlone, PlaceTest test) {
        eachBody((endpoint, refusals) -> {
            ObjectNode whole = Body.whole(cast, endpoint);
            for (JsonPointer place : textAlone ? Body.textPlaces(whole) : Body.places(whole)) {
                if (!textAlone || !endpoint.takesAnyText(Body.name(place))) {
                    test.run(endpoint, place, refusals);
                }
            }
        });
    }

    private static void eachBody(BiConsumer<Endpoint, Refusals> test) {
        each(Endpoint::hasBody, test);
    }

    private static void each(Predicate<Endpoint> which, BiConsumer<Endpoint, Refusals> test) {
        Refusals.everywhere(cast, which, test);
    }
}
