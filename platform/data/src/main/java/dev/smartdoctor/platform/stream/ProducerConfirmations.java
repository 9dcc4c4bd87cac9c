package dev.smartdoctor.platform.stream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.smartdoctor.platform.security.ServiceTokens;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;

/** Tells a producer which of its events this service has done for good. */
@ApplicationScoped
public class ProducerConfirmations {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StreamConfig config;
    private final ServiceTokens tokens;
    private final Map<String, ProducerClient> clients = new ConcurrentHashMap<>();

    ProducerConfirmations(StreamConfig config, ServiceTokens tokens) {
        this.config = config;
        this.tokens = tokens;
    }

    Uni<Void> confirm(String stream, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tokens.bearer(producer(stream))
                .chain(bearer -> client(stream).confirm(bearer, new Confirmation(config.group(), ids)));
    }

    /** {@code auth.events} is published by {@code auth-service}. */
    private static String producer(String stream) {
        return stream.substring(0, stream.indexOf('.')) + "-service";
    }

    private ProducerClient client(String stream) {
        return clients.computeIfAbsent(stream, name -> QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(config.producers().get(name)))
                .connectTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .build(ProducerClient.class));
    }

    /** The producer's side is {@code ConfirmationResource}. */
    @Path("/internal/events/confirmations")
    public interface ProducerClient {
        @POST
        Uni<Void> confirm(@HeaderParam("Authorization") String bearer, Confirmation confirmation);
    }

    public record Confirmation(String group, List<UUID> ids) {}
}
