package dev.smartdoctor.auth.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.RestAssured;

/** Sends requests at the same instant, each from a thread and over a connection of its own. */
public final class Parallel implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public static HttpRequest post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    public static Stream<HttpRequest> times(int count, HttpRequest request) {
        return Stream.generate(() -> request).limit(count);
    }

    public List<HttpResponse<String>> send(Stream<HttpRequest> requests) throws Exception {
        List<HttpRequest> all = requests.toList();
        CountDownLatch ready = new CountDownLatch(all.size());
        CountDownLatch go = new CountDownLatch(1);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (HttpRequest request : all) {
            answers.add(threads.submit(() -> {
                ready.countDown();
                go.await();
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            }));
        }
        ready.await();
        go.countDown();
        List<HttpResponse<String>> done = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            done.add(answer.get(60, TimeUnit.SECONDS));
        }
        return done;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
