package dev.smartdoctor.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** What every part asks of auth-service. */
@RegisterRestClient(configKey = "auth-service")
@Path("/")
public interface AuthServiceClient {

    /** As text for the JOSE library; without the media type the client would ask for text/plain and get 406. */
    @GET
    @Path("/.well-known/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> keySet();

    @POST
    @Path("/internal/token")
    Uni<TokenAnswer> token(TokenRequest request);

    @GET
    @Path("/internal/revocations")
    Uni<Revocations> revocations(@HeaderParam("Authorization") String bearer, @QueryParam("since") String since);

    record TokenRequest(String clientId, String clientSecret, String audience) {
        /** Without the secret, wherever it may be printed. */
        @Override
        public String toString() {
            return "TokenRequest[" + clientId + " for " + audience + "]";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TokenAnswer(String accessToken, long expiresIn) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Revocations(List<Revocation> items, Instant asOf) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Revocation(UUID sid, Instant revokedAt) {}
}
