package dev.smartdoctor.notification.recipient;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** What this service asks of auth-service. */
@RegisterRestClient(configKey = "auth-service")
@Path("/internal")
interface AccountsClient {

    @GET
    @Path("/accounts/{id}")
    Uni<Account> account(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/verifications/{id}")
    Uni<LinkToken> verification(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/password-resets/{id}")
    Uni<LinkToken> passwordReset(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(UUID id, String email, String fullName, String locale, String timeZone) {}
}
