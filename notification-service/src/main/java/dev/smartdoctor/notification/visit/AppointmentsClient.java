package dev.smartdoctor.notification.visit;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** What this service asks of appointment-service. */
@RegisterRestClient(configKey = "appointment-service")
@Path("/internal")
interface AppointmentsClient {

    @GET
    @Path("/appointments/{id}")
    Uni<Visit> appointment(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/doctors/{id}")
    Uni<Doctor> doctor(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @GET
    @Path("/locations/{id}")
    Uni<Location> location(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Doctor(UUID id, String fullName) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Location(UUID id, String name, String address) {}
}
