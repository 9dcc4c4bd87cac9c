package dev.smartdoctor.localstack.service;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The five services, in the order in which they are started; they are stopped the other way round. */
public enum Service {

    AUTH("auth-service", "auth", 8081),
    APPOINTMENT("appointment-service", "appointment", 8082),
    ASSISTANT("assistant-service", "assistant", 8083),
    NOTIFICATION("notification-service", "notification", 8084),
    GATEWAY("gateway", null, 8080);

    private final String artifact;
    private final String database;
    private final int port;

    Service(String artifact, String database, int port) {
        this.artifact = artifact;
        this.database = database;
        this.port = port;
    }

    /** The name of its Maven module, its log and its identity towards the others. */
    public String artifact() {
        return artifact;
    }

    public int defaultPort() {
        return port;
    }

    /** Name of its database and of the role that owns it. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    public static List<String> databases() {
        return Arrays.stream(values()).flatMap(service -> service.database().stream()).toList();
    }

    public Path jar(Path root) {
        return root.resolve(artifact).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
