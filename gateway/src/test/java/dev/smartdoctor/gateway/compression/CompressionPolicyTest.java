package dev.smartdoctor.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

class CompressionPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "application/json;charset=UTF-8", "APPLICATION/JSON",
            "application/problem+json", "application/fhir+json; charset=utf-8", "text/calendar;charset=UTF-8",
            "text/html", "text/plain" })
    void compressesText(String type) {
        assertThat(CompressionPolicy.applies(200, answer(type), 1024)).isTrue();
        assertThat(CompressionPolicy.applies(404, answer(type), -1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/event-stream", "text/event-stream;charset=UTF-8", "image/png", "audio/webm",
            "application/octet-stream", "application/pdf", "application/gzip", "application/jsonlines", "" })
    void leavesWhatIsNoTextOrMustNotWait(String type) {
        assertThat(CompressionPolicy.applies(200, answer(type), 100_000)).isFalse();
    }

    @Test
    void leavesWhatIsShortOrHasNoBody() {
        MultiMap json = answer("application/json");
        assertThat(CompressionPolicy.applies(200, json, 1023)).isFalse();
        assertThat(CompressionPolicy.applies(204, json, -1)).isFalse();
        assertThat(CompressionPolicy.applies(206, json, 100_000)).as("a part of other bytes").isFalse();
        assertThat(CompressionPolicy.applies(304, json, 100_000)).isFalse();
        assertThat(CompressionPolicy.applies(200, HttpHeaders.headers(), 100_000)).isFalse();
    }

    @Test
    void leavesWhatMustReachTheClientByteForByte() {
        assertThat(CompressionPolicy.applies(200, answer("application/json").add("ETag", "\"7\""), 5000)).isFalse();
        assertThat(CompressionPolicy.applies(200, answer("application/json").add("ETag", "W/\"7\""), 5000)).isTrue();
        assertThat(CompressionPolicy.applies(200, answer("application/json")
                .add("Cache-Control", "max-age=60, no-transform"), 5000)).isFalse();
        assertThat(CompressionPolicy.applies(200, answer("application/json").add("Content-Encoding", "br"), 5000))
                .as("once is enough").isFalse();
    }

    private static MultiMap answer(String type) {
        return HttpHeaders.headers().add("Content-Type", type);
    }
}
