package dev.smartdoctor.assistant.appointments;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

/** The calls as they go over the wire; answers of every status come back as text, to be told apart by {@link Appointments}. */
@Path("/api")
@RegisterRestClient(configKey = "appointment-service")
@Produces(MediaType.APPLICATION_JSON)
interface AppointmentServiceClient {

    @GET
    @Path("/slots")
    Uni<RestResponse<String>> slots(@QueryParam("specialty") String specialty, @QueryParam("doctorId") UUID doctorId,
            @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to);

    @GET
    @Path("/appointments")
    Uni<RestResponse<String>> appointments(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("patientId") UUID patientId, @QueryParam("from") LocalDate from,
            @QueryParam("pageSize") int pageSize);

    @GET
    @Path("/appointments/{id}")
    Uni<RestResponse<String>> appointment(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") UUID id);

    @POST
    @Path("/appointments")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> book(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam("Idempotency-Key") String key, String body);

    @POST
    @Path("/appointments/{id}/{change}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id,
            @PathParam("change") String change, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, String body);
}
