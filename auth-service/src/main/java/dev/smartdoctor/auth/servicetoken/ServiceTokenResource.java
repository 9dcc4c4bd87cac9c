package dev.smartdoctor.auth.servicetoken;

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

import dev.smartdoctor.auth.keys.AccessTokens;
import dev.smartdoctor.auth.keys.AccessTokens.SignedToken;
import dev.smartdoctor.platform.problem.Unauthenticated;

/** Gives each service short tokens for the others; the secret in the body is what authenticates. */
@Path("/internal/token")
@PermitAll
@Tag(name = "Internal")
public class ServiceTokenResource {
    private final ServiceClients clients;
    private final AccessTokens tokens;

    ServiceTokenResource(ServiceClientConfig config, AccessTokens tokens) {
        this.clients = new ServiceClients(config.clients());
        this.tokens = tokens;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A token with which a service calls another")
    @APIResponse(responseCode = "200", description = "The token")
    @APIResponse(responseCode = "401", description = "Unknown service or wrong secret")
    public ServiceTokenView issue(@Valid @NotNull ServiceTokenRequest request) {
        if (!clients.recognise(request.clientId(), request.clientSecret())) {
            throw new Unauthenticated();
        }
        SignedToken token = tokens.forService(request.clientId(), request.audience());
        return new ServiceTokenView(token.compact(), token.expiresIn());
    }
}
