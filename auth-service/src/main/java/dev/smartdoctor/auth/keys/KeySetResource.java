package dev.smartdoctor.auth.keys;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The public keys with which anybody verifies our tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "Keys")
public class KeySetResource {
    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The public keys (RFC 7517): next, current and previous")
    @APIResponse(responseCode = "200", description = "The key set, good for a minute")
    public RestResponse<KeySetView> keySet() {
        return RestResponse.ResponseBuilder.ok(keys.keySet()).header(HttpHeaders.CACHE_CONTROL, "max-age=60").build();
    }
}
