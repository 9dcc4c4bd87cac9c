package dev.smartdoctor.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + text, e);
        }
    }

    /** The value at a path such as {@code doctor.name}; empty text where there is none. */
    public String at(String path) {
        return json().at("/" + path.replace('.', '/')).asText();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The same answer, where its status is this one; otherwise the test fails and shows what came instead. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + " but was " + status + ": " + text);
        }
        return this;
    }
}
