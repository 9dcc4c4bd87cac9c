package dev.smartdoctor.gateway.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.smartdoctor.gateway.compression.AcceptEncoding;
import dev.smartdoctor.gateway.exchange.AnswerHeaders;
import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.platform.problem.NotFound;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;

/**
 * Serves the web client. Its index also answers addresses that are the client's own, but only to somebody who asks for a page,
 * so that a missing script is never answered with HTML. Files with a hash in their name never change; the rest is asked for
 * again each time.
 */
public final class WebClient implements Interceptor {
    private static final String INDEX = "/index.html";
    private static final String HASHED = "/assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final Vertx vertx;
    /** Bounded by the number of files in the package: what is not there is not remembered. */
    private final Map<String, PackagedFile> files = new ConcurrentHashMap<>();

    public WebClient(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Outcome handle(Exchange exchange) {
        String path = exchange.path();
        serve(exchange, path.equals("/") ? INDEX : path, wantsPage(exchange));
        return Outcome.TAKEN;
    }

    /** Serves one file, also of the gateway's own pages. */
    public void serve(Exchange exchange, String path) {
        serve(exchange, path, false);
    }

    private void serve(Exchange exchange, String path, boolean orIndex) {
        PackagedFile known = files.get(path);
        if (known != null) {
            send(exchange, path, known);
            return;
        }
        vertx.<PackagedFile>executeBlocking(() -> isFile(path) ? PackagedFile.read(path) : null, false)
                .onSuccess(file -> found(exchange, path, file, orIndex)).onFailure(exchange::fail);
    }

    private void found(Exchange exchange, String path, PackagedFile file, boolean orIndex) {
        if (exchange.isAnswered()) {
            return;
        }
        if (file != null) {
            files.put(path, file);
            send(exchange, path, file);
        } else if (orIndex) {
            serve(exchange, INDEX, false);
        } else {
            exchange.refuse(new NotFound("resource"));
        }
    }

    /** A folder is a resource too, to some class loaders. */
    private static boolean isFile(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/') && !path.endsWith(".gz") && !path.endsWith(".br");
    }

    private static boolean wantsPage(Exchange exchange) {
        String accept = exchange.request().headers().get(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static void send(Exchange exchange, String path, PackagedFile file) {
        MultiMap asked = exchange.request().headers();
        Buffer body = file.plain();
        String coding = null;
        if (file.brotli() != null && AcceptEncoding.allows(asked, "br")) {
            body = file.brotli();
            coding = "br";
        } else if (file.gzip() != null && AcceptEncoding.allows(asked, "gzip")) {
            body = file.gzip();
            coding = "gzip";
        }
        String etag = '"' + file.etag() + (coding == null ? "" : "-" + coding) + '"';
        boolean unchanged = etag.equals(asked.get(HttpHeaders.IF_NONE_MATCH));
        HttpServerResponse response = exchange.answer(unchanged ? 304 : 200);
        MultiMap headers = response.headers();
        AnswerHeaders.asPage(headers);
        headers.set(HttpHeaders.ETAG, etag);
        headers.add(HttpHeaders.VARY, "Accept-Encoding");
        headers.set(HttpHeaders.CACHE_CONTROL, path.startsWith(HASHED) ? FOR_EVER : ASK_AGAIN);
        if (!unchanged) {
            headers.set(HttpHeaders.CONTENT_TYPE, file.contentType());
            headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            if (coding != null) {
                headers.set(HttpHeaders.CONTENT_ENCODING, coding);
            }
        }
        if (unchanged || exchange.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(body);
        }
        exchange.ended();
    }
}
