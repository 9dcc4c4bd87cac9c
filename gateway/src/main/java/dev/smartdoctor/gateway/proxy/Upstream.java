package dev.smartdoctor.gateway.proxy;

import java.net.URI;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;

/** One service as one event loop sees it: connections of its own, so that no request changes threads on its way. */
final class Upstream {
    private static final int CONNECT_MILLIS = 1000;
    /** Below the services' own limit, so that we close an idle connection before they do. */
    private static final int KEEP_ALIVE_SECONDS = 60;

    private final HttpClient client;
    private final String host;
    private final int port;
    private final Breaker breaker = new Breaker();
    private final AnswerRebuild answers;

    Upstream(Vertx vertx, URI address, int connections, int waiting) {
        boolean secure = "https".equals(address.getScheme());
        host = address.getHost();
        port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        answers = new AnswerRebuild(address.getScheme() + "://" + address.getAuthority());
        client = vertx.createHttpClient(new HttpClientOptions().setSsl(secure).setVerifyHost(true)
                .setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE).setDecompressionSupported(false).setMaxHeaderSize(32 * 1024),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(waiting));
    }

    Future<HttpClientRequest> request(HttpMethod method, String target) {
        return client.request(new RequestOptions().setMethod(method).setHost(host).setPort(port).setURI(target));
    }

    Breaker breaker() {
        return breaker;
    }

    AnswerRebuild answers() {
        return answers;
    }
}
