package dev.smartdoctor.gateway.activity;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** Where auth-service hears of people's calls. */
@RegisterRestClient(configKey = "auth-service")
@Path("/internal/sessions/activity")
@Consumes(MediaType.APPLICATION_JSON)
interface ActivityClient {
    /** What auth-service takes in one call. */
    int MOST_AT_ONCE = 500;

    @POST
    Uni<Void> report(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Report report);

    record Report(List<ReportQueue.Item> items) {}
}
