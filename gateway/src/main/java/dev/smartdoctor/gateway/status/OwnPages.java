package dev.smartdoctor.gateway.status;

import dev.smartdoctor.gateway.client.WebClient;
import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;

/** Answers the routes of the table that are the gateway's own. */
public final class OwnPages implements Interceptor {
    private final StatusPage status;
    private final OpenApiDocument document;
    private final WebClient files;

    public OwnPages(StatusPage status, OpenApiDocument document, WebClient files) {
        this.status = status;
        this.document = document;
        this.files = files;
    }

    @Override
    public Outcome handle(Exchange exchange) {
        switch (exchange.route().template()) {
            case "/status" -> status.serve(exchange);
            case "/openapi.json" -> document.serve(exchange);
            case "/docs" -> files.serve(exchange, "/docs/index.html");
            case "/docs/{file}" -> files.serve(exchange, exchange.path());
            default -> {
                return Outcome.NEXT;
            }
        }
        return Outcome.TAKEN;
    }
}
