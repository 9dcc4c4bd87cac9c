package dev.smartdoctor.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.gateway.testing.RawClient.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class WebClientTest {
    private static final String SCRIPT = "/assets/index-B1a2c3d4.js";

    @Inject
    Doors doors;

    @Test
    void asksForTheIndexEachTimeAndKeepsHashedFilesForEver() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer index = client.request("GET", "/");
            assertThat(index.status()).isEqualTo(200);
            assertThat(index.header("content-type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(index.header("cache-control")).isEqualTo("no-cache");
            assertThat(index.header("content-security-policy")).contains("script-src 'self'");
            Answer unchanged = client.request("GET", "/", "If-None-Match: " + index.header("etag"));
            assertThat(unchanged.status()).isEqualTo(304);
            Answer script = client.request("GET", SCRIPT);
            assertThat(script.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(script.header("content-type")).isEqualTo("text/javascript;charset=UTF-8");
        }
    }

    @Test
    void sendsTextCompressedToWhoTakesIt() {
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("HEAD", SCRIPT, "Accept-Encoding: gzip, br"));
            Answer compressed = client.readHeadOnly();
            assertThat(compressed.header("content-encoding")).isEqualTo("gzip");
            assertThat(compressed.header("vary")).isEqualTo("Accept-Encoding");
            assertThat(client.request("GET", SCRIPT, "Accept-Encoding: gzip;q=0").header("content-encoding")).isNull();
        }
    }

    @Test
    void answersTheClientsOwnAddressesToPagesOnly() {
        try (RawClient client = new RawClient(doors.port())) {
            String page = "Accept: text/html,application/xhtml+xml";
            assertThat(client.request("GET", "/appointments/7", page).body()).contains("client of the tests");
            assertThat(client.request("GET", "/appointments/7").status()).isEqualTo(404);
            assertThat(client.request("GET", "/assets/missing.js", "Accept: */*").status()).isEqualTo(404);
            assertThat(client.request("GET", "/api/unknown", page).status()).isEqualTo(404);
            assertThat(client.request("GET", "/assets", "Accept: */*").status()).as("a folder").isEqualTo(404);
        }
    }

    @Test
    void showsTheInterfacesDocuments() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer page = client.request("GET", "/docs", "Accept: text/html");
            assertThat(page.body()).contains("/docs/docs.js").doesNotContain("<script>").doesNotContain("style=");
            assertThat(client.request("GET", "/docs/docs.js").status()).isEqualTo(200);
            Answer document = client.request("GET", "/openapi.json");
            assertThat(document.json().getJsonObject("paths").fieldNames()).containsExactly("/api/doctors");
        }
    }

    @Test
    void tellsItsStateInAVisitorsWords() {
        try (RawClient client = new RawClient(doors.port())) {
            Answer status = client.request("GET", "/status");
            assertThat(status.json().getString("status")).isEqualTo("degraded");
            assertThat(status.json().getJsonObject("parts").getString("appointments")).isEqualTo("up");
            assertThat(status.json().getJsonObject("parts").getString("notifications")).isEqualTo("down");
            assertThat(status.body()).doesNotContain("127.0.0.1").doesNotContain("redis");
        }
    }
}
