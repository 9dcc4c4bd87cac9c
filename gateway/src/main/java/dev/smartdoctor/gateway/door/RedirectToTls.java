package dev.smartdoctor.gateway.door;

import dev.smartdoctor.gateway.exchange.AnswerHeaders;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** The plain port where a certificate is set: sends everybody to the same address by HTTPS, and serves nothing. */
final class RedirectToTls extends AbstractVerticle {
    private final HttpServerOptions options;
    private final int securePort;

    RedirectToTls(HttpServerOptions options, int securePort) {
        this.options = options;
        this.securePort = securePort;
    }

    @Override
    public void start(Promise<Void> opened) {
        vertx.createHttpServer(options).requestHandler(this::redirect).listen().<Void>mapEmpty().onComplete(opened);
    }

    private void redirect(HttpServerRequest request) {
        AnswerHeaders.policies(request.response().headers());
        var authority = request.authority();
        boolean addressable = authority != null && request.uri().startsWith("/");
        if (!addressable) {
            request.response().setStatusCode(400).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).end();
            return;
        }
        String port = securePort == 443 ? "" : ":" + securePort;
        request.response().setStatusCode(308).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.LOCATION, "https://" + authority.host() + port + request.uri()).end();
    }
}
