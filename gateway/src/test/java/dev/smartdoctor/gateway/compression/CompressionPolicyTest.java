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
        assertThat(applies(200, answer(type), 1024)).isTrue();
        assertThat(applies(404, answer(type), -1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/event-stream", "text/event-stream;charset=UTF-8", "image/png", "audio/webm",
            "application/octet-stream", "application/pdf", "application/gzip", "application/jsonlines", "" })
    void leavesWhatIsNoTextOrMustNotWait(String type) {
        assertThat(applies(200, answer(type), 100_000)).isFalse();
    }

    @Test
    void leavesWhatIsShortOrHasNoBody() {
        MultiMap json = answer("application/json");
        assertThat(applies(200, json, 1023)).isFalse();
        assertThat(applies(204, json, -1)).isFalse();
        assertThat(applies(206, json, 100_000)).as("a part of other bytes").isFalse();
        assertThat(applies(304, json, 100_000)).isFalse();
        assertThat(applies(200, HttpHeaders.headers(), 100_000)).isFalse();
    }

    @Test
    void leavesWhatMustReachTheClientByteForByte() {
        assertThat(applies(200, answer("application/json").add("ETag", "\"7\""), 5000)).isFalse();
        assertThat(applies(200, answer("application/json").add("ETag", "W/\"7\""), 5000)).isTrue();
        assertThat(applies(200, answer("application/json")
                .add("Cache-Control", "max-age=60, no-transform"), 5000)).isFalse();
        assertThat(applies(200, answer("application/json").add("Content-Encoding", "br"), 5000))
                .as("once is enough").isFalse();
    }

    private static boolean applies(int status, MultiMap answer, long length) {
        return CompressionPolicy.applies(status, answer::get, length);
    }

    private static MultiMap answer(String type) {
        return HttpHeaders.headers().add("Content-Type", type);
    }
}
