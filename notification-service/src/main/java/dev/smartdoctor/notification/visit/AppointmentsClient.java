package dev.smartdoctor.notification.visit;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** What this service asks of appointment-service. */
@RegisterRestClient(configKey = "appointment-service")
@Path("/internal/appointments")
interface AppointmentsClient {

    @GET
    @Path("/{id}")
    Uni<Visit> appointment(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);
}
