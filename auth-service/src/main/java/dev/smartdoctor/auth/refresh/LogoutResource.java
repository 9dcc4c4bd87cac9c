package dev.smartdoctor.auth.refresh;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.auth.device.AuthCookies;
import dev.smartdoctor.auth.device.DeviceReader;
import dev.smartdoctor.auth.session.OpaqueToken;
import dev.smartdoctor.platform.problem.Unauthenticated;
import dev.smartdoctor.platform.security.Caller;
import io.smallrye.mutiny.Uni;

/**
 * Sign-out. It is open to expired access tokens, since signing out must work when nothing else does any more: a refresh
 * token in the body, an access token, or the cookie from a page of ours says whose session ends.
 */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sign-in")
public class LogoutResource {
    private final LogoutService logout;
    private final PresentedToken presented;
    private final DeviceReader device;
    private final AuthCookies cookies;
    private final Caller caller;

    LogoutResource(LogoutService logout, PresentedToken presented, DeviceReader device, AuthCookies cookies,
            Caller caller) {
        this.logout = logout;
        this.presented = presented;
        this.device = device;
        this.cookies = cookies;
        this.caller = caller;
    }

    @POST
    @Path("/logout")
    @Operation(summary = "Sign out of this session")
    @APIResponse(responseCode = "204", description = "Signed out; access tokens of the session die within two seconds")
    @APIResponse(responseCode = "401", description = "Nothing says which session is meant")
    public Uni<Response> logout(@Valid @RequestBody(required = false) LogoutRequest request) {
        return end(request, false);
    }

    @POST
    @Path("/logout-all")
    @Operation(summary = "Sign out of all sessions of the account")
    @APIResponse(responseCode = "204", description = "Signed out everywhere")
    @APIResponse(responseCode = "401", description = "Nothing says which account is meant")
    public Uni<Response> logoutAll(@Valid @RequestBody(required = false) LogoutRequest request) {
        return end(request, true);
    }

    private Uni<Response> end(LogoutRequest request, boolean everywhere) {
        String fromBody = request == null ? null : request.refreshToken();
        boolean byAccessToken = fromBody == null && !caller.isAnonymous() && caller.sessionId() != null;
        Uni<Void> ended = byAccessToken
                ? logout.end(caller.id(), caller.sessionId(), everywhere)
                : logout.end(required(presented.find(fromBody)), everywhere);
        return ended.map(ignored -> Response.noContent().cookie(cookies.noRefresh(device.read().https())).build());
    }

    private static OpaqueToken required(Optional<OpaqueToken> token) {
        return token.orElseThrow(Unauthenticated::new);
    }
}
