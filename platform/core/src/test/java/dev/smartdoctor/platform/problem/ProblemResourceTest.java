package dev.smartdoctor.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ProblemResourceTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @TestHTTPResource("/probe")
    URI probe;

    @Test
    void answersUnknownPathsWithNotFound() {
        problem(given().get("/probe/nothing").then(), 404, "NOT_FOUND");
        problem(given().get("/elsewhere").then(), 404, "NOT_FOUND").body("instance", equalTo("/elsewhere"));
    }

    @Test
    void acceptsTheDocumentedForm() {
        post("{\"name\":\"a\",\"count\":3,\"flag\":true,\"day\":\"2026-01-05\",\"colour\":\"RED\","
                + "\"id\":\"0b1c2d3e-0000-4000-8000-000000000001\",\"at\":\"2026-01-05T10:00:00+02:00\"}")
                .statusCode(200).body("at", equalTo("2026-01-05T10:00:00+02:00"), "count", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "{\"name\":\"a\",}", "{'name':'a'}", "{\"name\":\"a\"} trailing",
            "{\"name\":NaN}",
            "{\"name\":\"a\",\"name\":\"b\"}", "nonsense" })
    void refusesMalformedJson(String body) {
        problem(post(body), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"a","secret":1}                  | secret
            {"name":3}                               | name
            {"name":true}                            | name
            {"name":{}}                              | name
            {"name":"a","count":"3"}                 | count
            {"name":"a","count":3.9}                 | count
            {"name":"a","count":3.0}                 | count
            {"name":"a","count":true}                | count
            {"name":"a","count":""}                  | count
            {"name":"a","count":99999999999}         | count
            {"name":"a","flag":"true"}               | flag
            {"name":"a","flag":1}                    | flag
            {"name":"a","flag":""}                   | flag
            {"name":"a","day":"2026-1-5"}            | day
            {"name":"a","day":"2026-02-30"}          | day
            {"name":"a","day":[2026,1,5]}            | day
            {"name":"a","day":20000}                 | day
            {"name":"a","day":""}                    | day
            {"name":"a","day":"2026-01-05T10:00:00"} | day
            {"name":"a","at":"2026-01-05T10:00:00"}  | at
            {"name":"a","at":1767607200}             | at
            {"name":"a","at":"2026-01-05"}           | at
            {"name":"a","id":"1-1-1-1-1"}            | id
            {"name":"a","id":""}                     | id
            {"name":"a","id":true}                   | id
            {"name":"a","id":"AAAAAAAAAAAAAAAAAAAAAA=="} | id
            {"name":"a","colour":"red"}              | colour
            {"name":"a","colour":0}                  | colour
            {"name":"a","colour":"0"}                | colour
            {"name":"a","colour":""}                 | colour
            {"name":"a","colour":"RED "}             | colour
            {"name":"a","colour":"RED\\u0007"}        | colour
            {"name":"a","parts":{}}                  | parts
            {"name":"a","parts":[{"amount":"x"}]}    | parts[0].amount
            {"name":"a","parts":[{"more":1}]}        | parts[0].more
            {"name":"a","parts":[{}]}                | parts[0].amount
            {"name":"a","parts":[{"amount":0}]}      | parts[0].amount
            {"name":" "}                             | name
            {}                                       | name
            {"name":"a","person":"Bob\\r\\nBcc: x"}  | person
            {"name":"a","note":"nine char"}          | note
            {"name":"a","note":"a\\nb"}              | note
            {"name":"a","note":"\\u202Eb"}           | note
            """)
    void namesTheFieldThatIsNotAsDocumented(String body, String field) {
        problem(post(body), 422, "VALIDATION_ERROR").body("errors.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "3", "\"text\"", "null", "{\"name\":\"a\"}{\"name\":\"b\"}" })
    void refusesABodyThatIsNotOneObject(String body) {
        problem(post(body), 422, "VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null" })
    void callsAMissingBodyTheBody(String body) {
        problem(post(body), 422, "VALIDATION_ERROR").body("errors.field", contains("body"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "ISO-8859-1" })
    void refusesJsonThatIsNotUtf8(String charset) {
        Charset other = Charset.forName(charset);
        problem(postBytes("{\"name\":\"\u00e9\"}".getBytes(other)), 400, "MALFORMED_REQUEST");
        if (charset.startsWith("UTF")) {
            problem(postBytes("{\"name\":\"plain\"}".getBytes(other)), 400, "MALFORMED_REQUEST");
        }
    }

    /** A quotation mark in two bytes, a lone surrogate, a character above the last one, and one that is cut off. */
    @ParameterizedTest
    @ValueSource(strings = { "c0a2", "eda080", "f4908080", "e282" })
    void refusesBytesThatNoUtf8WriterMakes(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] body = ("{\"name\":\"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        problem(postBytes(body), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({ "UTF-8,200", "UTF-16LE,400", "ISO-8859-1,400" })
    void looksAtBodiesWithoutAMediaTypeToo(String charset, int status) throws IOException, InterruptedException {
        byte[] body = "{\"name\":\"\u00e9\"}".getBytes(Charset.forName(charset));
        var request = HttpRequest.newBuilder(probe).version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
    }

    @Test
    void takesUtf8() {
        postBytes("{\"name\":\"\u00e9\ud83d\ude00\"}".getBytes(StandardCharsets.UTF_8)).statusCode(200).body("name",
                equalTo("\u00e9\ud83d\ude00"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "null" })
    void callsWithoutFieldsTakeNoBodyOrAnEmptyOne(String body) {
        given().contentType("application/json").body(body).post("/probe/knock").then().statusCode(200);
        given().post("/probe/knock").then().statusCode(200);
    }

    @Test
    void callsWithoutFieldsRefuseEveryOtherBody() {
        problem(knock("{\"surprise\":1}"), 422, "VALIDATION_ERROR").body("errors.field", contains("surprise"));
        problem(knock("[]"), 422, "VALIDATION_ERROR").body("errors.field", contains("body"));
        problem(knock("{"), 400, "MALFORMED_REQUEST");
        problem(given().contentType("text/plain").body("x").post("/probe/knock").then(), 415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void listsEveryInvalidField() {
        problem(post("{\"person\":\"\\u202Ex\",\"parts\":[{\"amount\":1},{\"amount\":-1}]}"), 422, "VALIDATION_ERROR")
                .body("errors.field", contains("name", "parts[1].amount", "person"))
                .body("errors.code", contains("REQUIRED", "OUT_OF_RANGE", "INVALID_PERSON_NAME"));
    }

    @Test
    void neverRepeatsWhatItRefused() {
        post("{\"name\":\"a\",\"count\":\"hunter2\"}").statusCode(422).body(not(containsString("hunter2")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "1-1-1-1-1", "1", "0b1c2d3e-0000-4000-8000-00000000000g", "%00",
            "0b1c2d3e000040008000000000000001" })
    void findsNothingUnderAnIdThatIsNone(String id) {
        problem(given().urlEncodingEnabled(false).get("/probe/things/" + id).then(), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({ "doctorId,1-1-1-1-1", "doctorId,x", "from,2026-1-5", "from,2026-02-30", "from,+12026-01-05",
            "from,today", "limit,three",
            "limit,1_000", "limit,3.9", "limit,99999999999", "flag,maybe", "flag,TRUE", "flag,1", "at,2026-01-05",
            "at,yesterday", "zone,Mars/Base", "doctorId,''", "from,''", "limit,''", "flag,''", "at,''", "zone,''" })
    void namesTheQueryParameterThatIsNotAsDocumented(String name, String value) {
        problem(given().queryParam(name, value).get("/probe/search").then(), 422, "VALIDATION_ERROR")
                .body("errors.field", hasItem(name));
    }

    @Test
    void takesQueryParametersAsDocumented() {
        given().queryParam("from", "2026-01-05").queryParam("limit", "7").queryParam("at", "2026-01-05T10:00:00+02:00")
                .queryParam("zone", "Europe/Madrid").queryParam("flag", "true").get("/probe/search").then()
                .statusCode(200)
                .body("seen", equalTo("null 2026-01-05 2026-01-05T10:00+02:00 7 Europe/Madrid true"));
    }

    @ParameterizedTest
    @CsvSource({ "page,-1", "page,x", "pageSize,0", "pageSize,101", "page,+7", "page,٣", "page,''", "pageSize,''" })
    void boundsPages(String name, String value) {
        problem(given().queryParam(name, value).get("/probe/pages").then(), 422, "VALIDATION_ERROR")
                .body("errors.field", hasItem(name));
    }

    @Test
    void pagesByDefault() {
        given().get("/probe/pages").then().statusCode(200)
                .body("page", equalTo(0), "pageSize", equalTo(20), "total", equalTo(1), "items", contains("one"));
    }

    @Test
    void refusesOtherMethods() {
        problem(given().delete("/probe").then(), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void refusesOtherMediaTypes() {
        problem(given().accept("image/png").get("/probe/search").then(), 406, "NOT_ACCEPTABLE");
        problem(given().contentType("text/plain").body("x").post("/probe").then(), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " " })
    void anAcceptThatNamesNothingAcceptsAll(String accept) {
        given().header("Accept", accept).get("/probe/search").then().statusCode(200);
    }

    /** Each alone would be refused by the framework; of two it takes one. */
    @Test
    void refusesOtherMediaTypesWhereTwoMethodsShareAPath() {
        problem(given().accept("image/png").get("/probe/twice").then(), 406, "NOT_ACCEPTABLE");
        given().accept("text/event-stream").get("/probe/twice").then().statusCode(200).body(equalTo("event"));
        given().accept("application/json, */*;q=0.1").get("/probe/twice").then().statusCode(200).body("as",
                equalTo("json"));
        given().get("/probe/twice").then().statusCode(200);
    }

    @Test
    void refusesABodyAnnouncedAsTooLarge() {
        problem(post("{\"name\":\"" + "a".repeat(70_000) + "\"}"), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws IOException {
        assertThat(chunked("{\"name\":\"" + "a".repeat(70_000) + "\"}")).startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "\"code\":\"BODY_TOO_LARGE\"", "\"instance\":\"/probe\"");
    }

    @Test
    void acceptsAChunkedBodyBelowTheLimit() throws IOException {
        assertThat(chunked("{\"name\":\"" + "a".repeat(40_000) + "\"}")).startsWith("HTTP/1.1 200");
    }

    @Test
    void tellsNothingOfItsOwnFaults() {
        problem(given().header("traceparent", TRACEPARENT).get("/probe/failure").then(), 500, "INTERNAL_ERROR")
                .body(not(containsString("hunter2"))).body(not(containsString("Exception")))
                .body("traceId", equalTo(TRACE_ID));
    }

    @Test
    void saysWhenToComeAgain() {
        problem(given().get("/probe/unavailable").then(), 503, "UNAVAILABLE").header("Retry-After", equalTo("7"));
    }

    @Test
    void carriesExtensionMembers() {
        problem(given().get("/probe/conflict").then(), 409, "SLOT_TAKEN").body("alternatives", contains("later"));
    }

    @Test
    void belongsToTheCallersTrace() {
        given().header("traceparent", TRACEPARENT).get("/elsewhere").then().body("traceId", equalTo(TRACE_ID));
        given().header("traceparent", TRACEPARENT).get("/probe/me").then().body("traceId", equalTo(TRACE_ID));
        given().header("traceparent", TRACEPARENT).get("/probe/conflict").then().body("traceId", equalTo(TRACE_ID));
        given().get("/probe/conflict").then().body("traceId", not(equalTo(TRACE_ID)))
                .body("traceId", not(matchesPattern("0+")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/probe/anyone", "/probe/conflict", "/probe/me", "/elsewhere", "/probe/failure" })
    void keepsTheRequestIdOrMakesOne(String path) {
        given().header("X-Request-Id", "abc-123").get(path).then().header("X-Request-Id", equalTo("abc-123"));
        given().get(path).then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("X-Request-Id", "<script>").get(path).then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json; charset=UTF-8").body(body).post("/probe").then();
    }

    private static ValidatableResponse postBytes(byte[] body) {
        return given().contentType("application/json").body(body).post("/probe").then();
    }

    private static ValidatableResponse knock(String body) {
        return given().contentType("application/json").body(body).post("/probe/knock").then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("status", equalTo(status), "code", equalTo(code), "type", equalTo("about:blank"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    private String chunked(String body) throws IOException {
        try (Socket socket = new Socket(probe.getHost(), probe.getPort())) {
            socket.setSoTimeout(5_000);
            StringBuilder request = new StringBuilder("POST /probe HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
            for (int from = 0; from < body.length(); from += 8_000) {
                String part = body.substring(from, Math.min(body.length(), from + 8_000));
                request.append(Integer.toHexString(part.length())).append("\r\n").append(part).append("\r\n");
            }
            request.append("0\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
