package dev.smartdoctor.auth.refresh;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.smartdoctor.auth.device.DeviceReader;
import dev.smartdoctor.auth.grant.GrantAnswer;
import dev.smartdoctor.auth.grant.GrantView;
import dev.smartdoctor.platform.problem.Unauthenticated;
import io.smallrye.mutiny.Uni;

/** New tokens for a refresh token; the token itself is what authenticates. */
@Path("/api/auth/refresh")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sign-in")
public class RefreshResource {
    private final RefreshService refreshing;
    private final PresentedToken presented;
    private final DeviceReader device;
    private final GrantAnswer answer;

    RefreshResource(RefreshService refreshing, PresentedToken presented, DeviceReader device, GrantAnswer answer) {
        this.refreshing = refreshing;
        this.presented = presented;
        this.device = device;
        this.answer = answer;
    }

    @POST
    @Operation(summary = "Exchange a refresh token", description = "Of the cookie (from our own pages) or the body.")
    @APIResponse(responseCode = "200", description = "As sign-in: an access token and the next refresh token")
    @APIResponse(responseCode = "401", description = "No token, or one that grants nothing any more")
    @APIResponse(responseCode = "403", description = "A cookie from a page that is not ours")
    public Uni<RestResponse<GrantView>> refresh(@Valid @RequestBody(required = false) RefreshRequest request) {
        RefreshRequest given = request == null ? RefreshRequest.EMPTY : request;
        return refreshing.refresh(presented.find(given.refreshToken()).orElseThrow(Unauthenticated::new))
                .map(grant -> answer.of(grant, device.read(), given.tokenDelivery()).build());
    }
}
