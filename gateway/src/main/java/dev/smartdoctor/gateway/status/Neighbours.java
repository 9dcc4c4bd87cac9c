package dev.smartdoctor.gateway.status;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.gateway.proxy.ProxyConfig;
import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;

/** Asks services on the gateway's own behalf, apart from the connections that carry people's requests. */
@ApplicationScoped
public class Neighbours {
    private static final int PATIENCE_MILLIS = 1000;

    private final HttpClient client;
    private final ProxyConfig config;

    Neighbours(Vertx vertx, ProxyConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS).setTracingPolicy(TracingPolicy.IGNORE),
                new PoolOptions().setHttp1MaxSize(2));
    }

    /** Whether the service answers anything at all. */
    Future<Boolean> answers(Service service) {
        return client.request(options(service, HttpMethod.HEAD, "/")).compose(request -> request.send())
                .map(response -> true).otherwise(false);
    }

    /** The body of a 200, or a failure. */
    Future<Buffer> read(Service service, String path) {
        return client.request(options(service, HttpMethod.GET, path)).compose(request -> request.send())
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : response.end().compose(end -> Future.failedFuture("status " + response.statusCode())));
    }

    private RequestOptions options(Service service, HttpMethod method, String path) {
        URI address = config.of(service);
        return new RequestOptions().setMethod(method).setAbsoluteURI(address.resolve(path).toString())
                .setTimeout(PATIENCE_MILLIS);
    }
}
