package dev.smartdoctor.appointment.account;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** What this service asks of auth-service about accounts. */
@RegisterRestClient(configKey = "auth-service")
@Path("/internal/accounts")
interface AccountsClient {

    @GET
    @Path("/{id}")
    Uni<Account> account(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);
}
