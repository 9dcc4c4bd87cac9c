package dev.smartdoctor.auth.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import dev.smartdoctor.auth.device.AuthCookies;
import dev.smartdoctor.auth.device.Device;

/** The HTTP form of a grant: body and cookie, kept by no cache. */
@ApplicationScoped
public class GrantAnswer {
    private final AuthCookies cookies;

    GrantAnswer(AuthCookies cookies) {
        this.cookies = cookies;
    }

    public RestResponse.ResponseBuilder<GrantView> of(Grant grant, Device device, TokenDelivery delivery) {
        return RestResponse.ResponseBuilder.ok(GrantView.of(grant, delivery))
                .cookie(cookies.refresh(grant.refreshToken().value(), grant.refreshLifetime(), device.https()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
