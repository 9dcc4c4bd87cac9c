package dev.smartdoctor.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

class AcceptEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "GZIP", "br, gzip", "gzip;q=0.1", "gzip ; q=1.0", "*", "br;q=0, *;q=0.5",
            "deflate, gzip;q=0.001" })
    void takesWhatIsNamedOrMeant(String header) {
        assertThat(AcceptEncoding.allows(request(header), "gzip")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "identity", "br", "gzip;q=0", "gzip; q=0.0", "gzip;q=0.000, *", "*;q=0", "gzipped",
            ",", ";", ";q=1", "*;q=0, br" })
    void refusesWhatIsNot(String header) {
        assertThat(AcceptEncoding.allows(request(header), "gzip")).isFalse();
    }

    @Test
    void silenceIsNoConsent() {
        assertThat(AcceptEncoding.allows(HttpHeaders.headers(), "gzip")).isFalse();
    }

    @Test
    void readsEveryLine() {
        assertThat(AcceptEncoding.allows(request("br").add("accept-encoding", "gzip"), "gzip")).isTrue();
    }

    private static MultiMap request(String header) {
        return HttpHeaders.headers().add("Accept-Encoding", header);
    }
}
