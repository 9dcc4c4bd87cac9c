package dev.smartdoctor.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
@TestProfile(TlsTest.WithCertificate.class)
class TlsTest {
    private static final char[] STORE_PASSWORD = "of-the-test".toCharArray();

    @Inject
    Doors doors;

    @Inject
    DoorConfig config;

    /** A certificate in a folder of its own, looked at often. */
    public static class WithCertificate implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket secure = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Path folder = Files.createTempDirectory("gateway-tls");
                issue(folder);
                return Map.of("gateway.door.certificate", folder.resolve("chain.pem").toString(), "gateway.door.key",
                        folder.resolve("key.pem").toString(), "gateway.door.renewal", "200ms", "gateway.door.port",
                        Integer.toString(plain.getLocalPort()), "gateway.door.secure-port",
                        Integer.toString(secure.getLocalPort()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void servesByTlsAndSendsPlainCallersThere() throws Exception {
        try (RawClient plain = new RawClient(config.port())) {
            RawClient.Answer answer = plain.request("GET", "/api/doctors?q=1");
            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.header("location")).isEqualTo("https://clinic.test:" + doors.port() + "/api/doctors?q=1");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
        }
        HttpClient client = HttpClient.newBuilder().sslContext(trustingAll()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + doors.port() + "/api/doctors"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        assertThat(answer.body()).contains("\"x-forwarded-proto\":[\"https\"]");
    }

    @Test
    void takesUpARenewedCertificateWithoutARestart() throws Exception {
        X509Certificate before = shown();
        Path chain = config.certificate().orElseThrow();
        byte[] good = Files.readAllBytes(chain);
        Files.writeString(chain, "half a certi");
        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5))
                .until(() -> shown().getSerialNumber().equals(before.getSerialNumber()));
        Files.write(chain, good);
        issue(chain.getParent());
        await().atMost(Duration.ofSeconds(10)).until(() -> !shown().getSerialNumber().equals(before.getSerialNumber()));
    }

    @Test
    void keepsTheFormerPairWhereTheNewKeyIsNotTheCertificates() throws Exception {
        X509Certificate before = shown();
        Path key = config.key().orElseThrow();
        byte[] good = Files.readAllBytes(key);
        Path elsewhere = Files.createTempDirectory("gateway-tls");
        issue(elsewhere);
        Files.write(key, Files.readAllBytes(elsewhere.resolve("key.pem")));
        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5))
                .until(() -> shown().getSerialNumber().equals(before.getSerialNumber()));
        Files.write(key, good);
    }

    private X509Certificate shown() throws Exception {
        try (SSLSocket socket = (SSLSocket) trustingAll().getSocketFactory().createSocket("127.0.0.1", doors.port())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLContext trustingAll() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[]{ new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
                throw new IllegalStateException("only servers are asked for certificates here");
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                // Made for this test by nobody in particular.
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        } }, new SecureRandom());
        return context;
    }

    /** The JDK's own tool makes the certificate; the JDK has no interface for it. */
    private static void issue(Path folder) throws Exception {
        Path store = Files.createTempDirectory(folder, "new").resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias", "door", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(STORE_PASSWORD))
                .redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD);
        Key key = keys.getKey("door", STORE_PASSWORD);
        write(folder.resolve("key.pem"), "PRIVATE KEY", key.getEncoded());
        write(folder.resolve("chain.pem"), "CERTIFICATE", keys.getCertificate("door").getEncoded());
    }

    private static void write(Path file, String what, byte[] content) throws IOException {
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
                + "\n-----END " + what + "-----\n");
    }
}
