package dev.smartdoctor.gateway.door;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.gateway.activity.ActivityReports;
import dev.smartdoctor.gateway.client.WebClient;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.proxy.HeaderRebuild;
import dev.smartdoctor.gateway.proxy.Proxy;
import dev.smartdoctor.gateway.ratelimit.RateLimits;
import dev.smartdoctor.gateway.route.RouteTable;
import dev.smartdoctor.gateway.route.Routes;
import dev.smartdoctor.gateway.security.Authentication;
import dev.smartdoctor.gateway.security.Cors;
import dev.smartdoctor.gateway.security.CorsConfig;
import dev.smartdoctor.gateway.security.PathCheck;
import dev.smartdoctor.gateway.security.RequestIdentity;
import dev.smartdoctor.gateway.security.RouteLookup;
import dev.smartdoctor.gateway.security.RouteRoles;
import dev.smartdoctor.gateway.security.SizeLimits;
import dev.smartdoctor.gateway.status.OpenApiDocument;
import dev.smartdoctor.gateway.status.OwnPages;
import dev.smartdoctor.gateway.status.StatusPage;
import dev.smartdoctor.platform.security.AccessTokenVerifier;
import dev.smartdoctor.platform.security.RevokedSessions;
import io.vertx.core.Vertx;

/** The order in which a request is dealt with. This list is the only place that knows it. */
@ApplicationScoped
public class Interceptors {
    private final RouteTable table = new RouteTable(Routes.all());
    private final CorsConfig cors;
    private final RateLimits limits;
    private final AccessTokenVerifier verifier;
    private final RevokedSessions revoked;
    private final ActivityReports activity;
    private final Clock clock;
    private final StatusPage status;
    private final OpenApiDocument document;
    private final WebClient webClient;

    Interceptors(Vertx vertx, CorsConfig cors, RateLimits limits, AccessTokenVerifier verifier, RevokedSessions revoked,
            ActivityReports activity, Clock clock, StatusPage status, OpenApiDocument document) {
        this.cors = cors;
        this.limits = limits;
        this.verifier = verifier;
        this.revoked = revoked;
        this.activity = activity;
        this.clock = clock;
        this.status = status;
        this.document = document;
        this.webClient = new WebClient(vertx);
    }

    /** To be called on the event loop whose requests are to take this way. */
    List<Interceptor> inOrder(Proxy proxy) {
        return List.of(
                new SizeLimits(),
                new PathCheck(),
                new RequestIdentity(),
                new Cors(cors),
                new RouteLookup(table),
                limits.ofAddress(),
                new Authentication(verifier, revoked, clock),
                new RouteRoles(),
                limits.ofUser(),
                activity.ofThisLoop(),
                new HeaderRebuild(),
                proxy,
                new OwnPages(status, document, webClient),
                webClient);
    }
}
