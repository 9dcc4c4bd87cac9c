package dev.smartdoctor.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.ServiceStandIn;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a client that takes gzip is sent, as it comes over the wire. */
@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class CompressedAnswersTest {
    private static final String SIGNED_IN = "Bearer " + TestTokens.user(UUID.randomUUID(), Roles.PATIENT);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    Doors doors;

    @ParameterizedTest
    @ValueSource(strings = { "bytes=1024", "bytes=5000", "bytes=500000", "bytes=5000&how=chunked",
            "bytes=500000&how=chunked", "bytes=5000&type=text/calendar",
            "bytes=5000&status=404&type=application/problem%2Bjson" })
    void longTextIsCompressedForWhoTakesIt(String text) {
        HttpResponse<byte[]> plain = get("/api/doctors?answer=text&" + text, "identity");
        HttpResponse<byte[]> packed = get("/api/doctors?answer=text&" + text, "br, gzip;q=0.5");

        assertThat(header(plain, "content-encoding")).isEmpty();
        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(unzipped(packed.body())).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8))
                .startsWith(ServiceStandIn.TEXT);
        assertThat(packed.body().length).isLessThan(plain.body().length / 3);
        assertThat(header(packed, "content-type")).isEqualTo(header(plain, "content-type"));
        assertThat(packed.statusCode()).isEqualTo(plain.statusCode());
        for (HttpResponse<byte[]> answer : List.of(plain, packed)) {
            assertThat(answer.headers().allValues("vary")).as("no cache gives one to who takes only the other")
                    .containsExactly("accept-encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=1023", "bytes=5000&type=image/png", "bytes=5000&type=text/event-stream",
            "bytes=5000&etag=7" })
    void whatDoesNotGainByItIsLeftAsItIs(String text) {
        HttpResponse<byte[]> answer = get("/api/doctors?answer=text&" + text, "gzip");
        assertThat(header(answer, "content-encoding")).isEmpty();
        assertThat(header(answer, "vary")).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith(ServiceStandIn.TEXT);
    }

    @Test
    void tokensAreNeverCompressedBesideSomebodysText() {
        for (String path : List.of("/api/auth/sessions", "/api/users/me", "/.well-known/jwks.json")) {
            assertThat(header(get(path + "?answer=text&bytes=5000", "gzip"), "content-encoding")).as(path).isEmpty();
        }
        for (String path : List.of("/api/auth/login", "/api/auth/refresh")) {
            HttpResponse<byte[]> answer = send(request(path + "?answer=text&bytes=5000", "gzip")
                    .POST(BodyPublishers.ofString("{}")));
            assertThat(header(answer, "content-encoding")).as(path).isEmpty();
        }
    }

    @Test
    void servicesAreNotAskedToCompressToo() {
        String seen = new String(get("/api/doctors", "gzip").body(), StandardCharsets.UTF_8);
        assertThat(seen).contains("\"headers\"").doesNotContainIgnoringCase("accept-encoding");
    }

    @Test
    void headIsToldWhatGetWouldBe() {
        HttpResponse<byte[]> head = send(request("/api/doctors?answer=text&bytes=5000", "gzip").method("HEAD",
                BodyPublishers.noBody()));
        assertThat(header(head, "content-encoding")).isEqualTo("gzip");
        assertThat(header(head, "vary")).isEqualTo("accept-encoding");
        assertThat(head.body()).isEmpty();
        assertThat(get("/api/doctors", "gzip").statusCode()).as("the connection goes on").isEqualTo(200);
    }

    @Test
    void answerThatIsCutDoesNotLookWhole() {
        assertThatThrownBy(() -> get("/api/doctors?answer=text&bytes=5000&how=cut", "gzip"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void documentOfTheInterfaceIsCompressed() {
        HttpResponse<byte[]> document = get("/openapi.json", "gzip");
        assertThat(header(document, "content-encoding")).isEqualTo("gzip");
        assertThat(unzipped(document.body())).isEqualTo(
                new String(get("/openapi.json", "identity").body(), StandardCharsets.UTF_8)).contains("\"openapi\"");
    }

    private HttpResponse<byte[]> get(String target, String takes) {
        return send(request(target, takes));
    }

    private HttpRequest.Builder request(String target, String takes) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doors.port() + target))
                .header("Accept-Encoding", takes).header("Authorization", SIGNED_IN);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String unzipped(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
