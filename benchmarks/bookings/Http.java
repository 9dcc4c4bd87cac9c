import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;

/** A client that costs little, since it shares the processors with what it measures. */
final class Http implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final Vertx vertx;
    private final HttpClient client;

    Http(Path folder, int connections) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true)
                .setFileSystemOptions(new FileSystemOptions().setFileCacheDir(folder.resolve("vertx").toString())));
        client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
    }

    /** What came back. */
    record Answer(int status, Buffer body) {
        JsonObject json(int expected) {
            return expect(expected).body.toJsonObject();
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("Expected " + expected + " but was " + status + ": " + body);
            }
            return this;
        }
    }

    Future<Answer> send(HttpMethod method, int port, String path, Map<String, String> headers, Buffer body) {
        RequestOptions options = new RequestOptions().setMethod(method).setHost("127.0.0.1").setPort(port).setURI(path);
        headers.forEach(options::putHeader);
        if (body != null) {
            options.putHeader("content-type", "application/json");
        }
        return client.request(options).compose(request -> body == null ? request.send() : request.send(body))
                .compose(response -> response.body().map(bytes -> new Answer(response.statusCode(), bytes)));
    }

    Vertx vertx() {
        return vertx;
    }

    /** Does the work for each of the items, so many at once, and answers the results in the items' order. */
    <T, R> List<R> forEach(List<T> items, int atOnce, Function<T, Future<R>> work) {
        List<R> results = new ArrayList<>(java.util.Collections.nCopies(items.size(), null));
        AtomicInteger next = new AtomicInteger();
        List<Future<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < atOnce; lane++) {
            Promise<Void> done = Promise.promise();
            vertx.runOnContext(start -> lane(items, results, next, work, done));
            lanes.add(done.future());
        }
        await(Future.all(lanes));
        return results;
    }

    private static <T, R> void lane(List<T> items, List<R> results, AtomicInteger next, Function<T, Future<R>> work,
            Promise<Void> done) {
        int index = next.getAndIncrement();
        if (index >= items.size()) {
            done.complete();
            return;
        }
        work.apply(items.get(index)).onComplete(result -> {
            if (result.failed()) {
                done.fail(result.cause());
            } else {
                results.set(index, result.result());
                lane(items, results, next, work, done);
            }
        });
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
