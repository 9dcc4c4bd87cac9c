package dev.smartdoctor.platform.deadline;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;

/** Tells what budget it was given, at once or after a while, or has itself asked. */
@Path("/slow")
@Produces(MediaType.TEXT_PLAIN)
@PermitAll
public class SlowResource {
    static final AtomicInteger CALLS = new AtomicInteger();

    /** This resource, as another service sees it. */
    @Path("/slow")
    public interface Client {
        @GET
        Uni<String> tell(@QueryParam("millis") int millis);
    }

    @GET
    public Uni<String> tell(@HeaderParam("X-Deadline-Ms") @DefaultValue("none") String given,
            @QueryParam("millis") int millis) {
        CALLS.incrementAndGet();
        return Uni.createFrom().item(given).onItem().delayIt().by(Duration.ofMillis(Math.max(1, millis)));
    }

    /** Asks, and waits no longer than it may. */
    @GET
    @Path("/ask")
    public Uni<String> ask(@QueryParam("before") int before, @QueryParam("millis") int millis, @Context UriInfo uri) {
        return after(before).chain(() -> Deadline.limit(client(uri).tell(millis)));
    }

    /** Asks and thinks of no deadline. */
    @GET
    @Path("/just-ask")
    public Uni<String> justAsk(@QueryParam("before") int before, @QueryParam("millis") int millis,
            @Context UriInfo uri) {
        return after(before).chain(() -> client(uri).tell(millis));
    }

    private static Uni<Void> after(int millis) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(Math.max(1, millis)));
    }

    private static Client client(UriInfo uri) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(uri.getBaseUri().toString()))
                .build(Client.class);
    }
}
