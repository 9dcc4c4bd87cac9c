package dev.smartdoctor.auth.refresh;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.device.AuthCookies;
import dev.smartdoctor.auth.device.DeviceReader;
import dev.smartdoctor.auth.device.OriginConfig;
import dev.smartdoctor.auth.session.OpaqueToken;

/** Finds the refresh token of a request: the body's, else the cookie's, and the cookie's only from pages of ours. */
@ApplicationScoped
public class PresentedToken {
    private final DeviceReader device;
    private final OriginPolicy origins;

    PresentedToken(DeviceReader device, OriginConfig config) {
        this.device = device;
        this.origins = new OriginPolicy(config.publicUrl(), config.others().orElse(List.of()));
    }

    Optional<OpaqueToken> find(String fromBody) {
        if (fromBody != null) {
            return Optional.of(new OpaqueToken(fromBody));
        }
        Optional<String> cookie = device.cookie(AuthCookies.REFRESH).filter(value -> !value.isEmpty());
        cookie.ifPresent(ignored -> origins.check(device.header("Origin"), device.header(OriginPolicy.HEADER)));
        return cookie.map(OpaqueToken::new);
    }
}
