package dev.smartdoctor.auth.login;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.smartdoctor.auth.device.AuthCookies;
import dev.smartdoctor.auth.device.Device;
import dev.smartdoctor.auth.device.DeviceReader;
import dev.smartdoctor.auth.grant.Grant;
import dev.smartdoctor.auth.grant.GrantAnswer;
import dev.smartdoctor.auth.grant.GrantIssuer;
import dev.smartdoctor.auth.grant.GrantView;
import dev.smartdoctor.auth.login.SessionOpening.Opened;
import dev.smartdoctor.auth.session.SessionService.Started;
import io.smallrye.mutiny.Uni;

/** Sign-in. */
@Path("/api/auth/login")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sign-in")
public class LoginResource {
    private final LoginService login;
    private final DeviceReader devices;
    private final AuthCookies cookies;
    private final GrantIssuer issuer;
    private final GrantAnswer answer;

    LoginResource(LoginService login, DeviceReader devices, AuthCookies cookies, GrantIssuer issuer,
            GrantAnswer answer) {
        this.login = login;
        this.devices = devices;
        this.cookies = cookies;
        this.issuer = issuer;
        this.answer = answer;
    }

    @POST
    @Operation(summary = "Sign in", description = "The refresh token is in the cookie refresh_token; with "
            + "tokenDelivery body also in the answer.")
    @APIResponse(responseCode = "200", description = "Signed in")
    @APIResponse(responseCode = "401", description = "INVALID_CREDENTIALS")
    @APIResponse(responseCode = "403", description = "EMAIL_NOT_VERIFIED: the password is right, the address unverified")
    @APIResponse(responseCode = "429", description = "RATE_LIMIT: too many wrong passwords; see Retry-After, RateLimit "
            + "and RateLimit-Policy")
    public Uni<RestResponse<GrantView>> login(@Valid @NotNull LoginRequest request) {
        Device device = devices.read();
        UUID deviceId = device.id().orElseGet(UUID::randomUUID);
        return login.signIn(request, device, deviceId)
                .map(opened -> answer.of(grant(opened), device, request.tokenDelivery())
                        .cookie(cookies.device(deviceId, device.https())).build());
    }

    private Grant grant(Opened opened) {
        Started started = opened.started().orElseThrow();
        return issuer.issue(opened.account().orElseThrow(), started.session(), started.token());
    }
}
