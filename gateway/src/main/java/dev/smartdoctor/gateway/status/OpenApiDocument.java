package dev.smartdoctor.gateway.status;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.gateway.compression.AcceptEncoding;
import dev.smartdoctor.gateway.compression.Gzip;
import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.route.RouteTable;
import dev.smartdoctor.gateway.route.Routes;
import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * The one document of all services, made from theirs when first asked for and kept for some minutes; only for seconds where a
 * service did not answer, so that the document is whole again soon after.
 */
@ApplicationScoped
public class OpenApiDocument {
    private static final String PATH = "/openapi?format=json";
    private static final long WHOLE_NANOS = 300_000_000_000L;
    private static final long PARTIAL_NANOS = 5_000_000_000L;

    private final Neighbours neighbours;
    private final RouteTable table = new RouteTable(Routes.all());
    private volatile Kept kept;
    private volatile Future<Kept> underWay;

    OpenApiDocument(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    private record Kept(Buffer json, Buffer gzip, long until) {}

    public void serve(Exchange exchange) {
        Kept document = kept;
        if (document != null && System.nanoTime() - document.until() < 0) {
            send(exchange, document);
            return;
        }
        var context = Vertx.currentContext();
        gather().onComplete(made -> context.runOnContext(ready -> {
            if (made.succeeded()) {
                send(exchange, made.result());
            } else {
                exchange.fail(made.cause());
            }
        }));
    }

    private synchronized Future<Kept> gather() {
        if (underWay == null) {
            List<Future<JsonObject>> parts = new ArrayList<>();
            for (Service service : Service.values()) {
                parts.add(neighbours.read(service, PATH).map(OpenApiDocument::parse));
            }
            underWay = Future.join(parts).transform(ended -> Future.succeededFuture(merge(parts)))
                    .onComplete(ended -> underWay = null);
        }
        return underWay;
    }

    private Kept merge(List<Future<JsonObject>> parts) {
        OpenApiMerge merge = new OpenApiMerge(table);
        boolean whole = true;
        for (Service service : Service.values()) {
            Future<JsonObject> part = parts.get(service.ordinal());
            whole &= part.succeeded();
            if (part.succeeded()) {
                merge.add(service, part.result());
            }
        }
        Buffer json = merge.document().toBuffer();
        kept = new Kept(json, Gzip.best(json.getBytes()), System.nanoTime() + (whole ? WHOLE_NANOS : PARTIAL_NANOS));
        return kept;
    }

    private static JsonObject parse(Buffer body) throws DecodeException {
        return new JsonObject(body);
    }

    private static void send(Exchange exchange, Kept document) {
        if (exchange.isAnswered()) {
            return;
        }
        boolean compressed = AcceptEncoding.allows(exchange.request().headers(), "gzip");
        HttpServerResponse response = exchange.answer(200).putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (compressed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(compressed ? document.gzip() : document.json());
        exchange.ended();
    }
}
