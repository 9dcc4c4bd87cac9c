package dev.smartdoctor.auth.device;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import dev.smartdoctor.auth.mailtoken.DerivedCodes;
import dev.smartdoctor.auth.mailtoken.Purpose;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads where the present request comes from. Address and scheme are those of the gateway's {@code X-Forwarded-*}, which
 * Quarkus takes over from trusted networks only; where the public address is https, the person is on https whatever the
 * last hop was.
 */
@ApplicationScoped
public class DeviceReader {
    private final RoutingContext context;
    private final DerivedCodes codes;
    private final boolean publicHttps;

    DeviceReader(RoutingContext context, DerivedCodes codes, OriginConfig config) {
        this.context = context;
        this.codes = codes;
        this.publicHttps = "https".equalsIgnoreCase(URI.create(config.publicUrl()).getScheme());
    }

    public Device read() {
        HttpServerRequest request = context.request();
        String address = request.remoteAddress() == null ? "unknown" : request.remoteAddress().hostAddress();
        Optional<UUID> id = cookie(AuthCookies.DEVICE).flatMap(value -> codes.idOf(Purpose.DEVICE, value));
        return new Device(address == null ? "unknown" : address,
                DeviceLabel.of(request.getHeader(HttpHeaders.USER_AGENT)),
                id, publicHttps || "https".equalsIgnoreCase(request.scheme()));
    }

    /** The value of a cookie of the present request. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(context.request().getCookie(name)).map(Cookie::getValue);
    }

    /** A header of the present request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }
}
