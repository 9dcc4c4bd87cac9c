package dev.smartdoctor.localstack.service;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.smartdoctor.localstack.stack.Port;
import dev.smartdoctor.localstack.stack.StackOptions;

/**
 * The environment of one service. What belongs to one process alone (ports, database, identity) comes from the stack;
 * everything else comes from the person's environment where it is set there, as in production.
 */
public final class ServiceSettings {

    /** Accounts of the local run; its password is known to everyone and therefore never leaves the loopback. */
    public static final String ADMINISTRATOR = "admin@example.org";
    public static final String DEMO_PASSWORD = "smart-doctor-demo";

    private final StackOptions options;
    private final Secrets secrets;

    public ServiceSettings(StackOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    public Map<String, String> of(Service service) {
        Map<String, String> settings = new HashMap<>(shared());
        settings.putAll(options.environment());
        settings.putAll(own(service));
        return settings;
    }

    /** The password of a service's database, by the database's name. */
    public String databasePassword(String database) {
        return secrets.get(database.toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD");
    }

    /** Defaults that the person's environment may override. */
    private Map<String, String> shared() {
        Map<String, String> shared = new HashMap<>();
        shared.put("QUARKUS_PROFILE", "prod,local");
        shared.put("REDIS_URL", "redis://localhost:" + options.port(Port.REDIS));
        shared.put("SMTP_HOST", "localhost");
        shared.put("SMTP_PORT", Integer.toString(options.port(Port.MAILBOX_SMTP)));
        shared.put("SMTP_TLS", "none");
        shared.put("MAIL_FROM", "Smart Doctor <no-reply@example.org>");
        shared.put("PUBLIC_URL", options.address().toString());
        // One machine, two names that people type: to a browser they are different origins.
        shared.put("CORS_ORIGINS", options.address() + ",http://127.0.0.1:" + options.port(Port.GATEWAY));
        shared.put("BOOTSTRAP_ADMIN_EMAIL", ADMINISTRATOR);
        shared.put("BOOTSTRAP_ADMIN_PASSWORD", DEMO_PASSWORD);
        shared.put("HTTP_HOST", "127.0.0.1");
        for (ServiceSecret secret : ServiceSecret.values()) {
            shared.put(secret.name(), secrets.get(secret.name()));
        }
        return shared;
    }

    private Map<String, String> own(Service service) {
        Map<String, String> own = new HashMap<>();
        // glibc keeps freed memory for each of many threads; two pools are enough for a service on one small machine.
        own.put("MALLOC_ARENA_MAX", "2");
        own.put("HTTP_PORT", Integer.toString(options.port(Port.of(service))));
        own.put("MANAGEMENT_PORT", Integer.toString(options.port(Port.management(service))));
        own.put("SERVICE_CLIENT_SECRET", clientSecret(service));
        for (Service other : Service.values()) {
            own.put(other.artifact().toUpperCase(Locale.ROOT).replace('-', '_') + "_URL",
                    "http://localhost:" + options.port(Port.of(other)));
        }
        service.database().ifPresent(database -> {
            own.put("DATABASE_URL", "postgresql://localhost:" + options.port(Port.POSTGRES) + "/" + database);
            own.put("DATABASE_USER", database);
            own.put("DATABASE_PASSWORD", databasePassword(database));
        });
        if (service == Service.AUTH) {
            own.put("JWT_KEYS_DIR", options.folders().keys().toString());
            own.put("SERVICE_CLIENTS", Arrays.stream(Service.values())
                    .map(each -> each.artifact() + ":" + clientSecret(each)).collect(Collectors.joining(",")));
        }
        return own;
    }

    private String clientSecret(Service service) {
        return secrets.get(service.artifact().toUpperCase(Locale.ROOT).replace('-', '_') + "_CLIENT_SECRET");
    }
}
