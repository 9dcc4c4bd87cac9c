package dev.smartdoctor.gateway.status;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.route.Service;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;

/**
 * The public status: what works for a visitor, in a visitor's words, and nothing of how it is built. It is looked at every few
 * seconds, not when somebody asks, so that asking costs the services nothing.
 */
@ApplicationScoped
public class StatusPage {
    private static final long EVERY_MILLIS = 5000;
    /** What is down may be starting: nobody should read of it for longer than it lasts. */
    private static final long WHILE_DOWN_MILLIS = 1000;
    private static final Map<Service, String> PARTS = new EnumMap<>(Map.of(Service.AUTH, "accounts",
            Service.APPOINTMENT, "appointments", Service.ASSISTANT, "assistant", Service.NOTIFICATION,
            "notifications"));

    private final Vertx vertx;
    private final Neighbours neighbours;
    private final Map<Service, Boolean> up = new ConcurrentHashMap<>();

    StatusPage(Vertx vertx, Neighbours neighbours) {
        this.vertx = vertx;
        this.neighbours = neighbours;
    }

    void start(@Observes StartupEvent event) {
        look(service -> true);
        vertx.setPeriodic(EVERY_MILLIS, timer -> look(service -> true));
        vertx.setPeriodic(WHILE_DOWN_MILLIS, timer -> look(service -> !isUp(service)));
    }

    private void look(Predicate<Service> meant) {
        for (Service service : Service.values()) {
            if (meant.test(service)) {
                neighbours.answers(service).onSuccess(answers -> up.put(service, answers));
            }
        }
    }

    private boolean isUp(Service service) {
        return up.getOrDefault(service, false);
    }

    public void serve(Exchange exchange) {
        JsonObject parts = new JsonObject();
        boolean all = true;
        for (Service service : Service.values()) {
            boolean answers = isUp(service);
            parts.put(PARTS.get(service), answers ? "up" : "down");
            all &= answers;
        }
        JsonObject body = new JsonObject().put("status", all ? "up" : "degraded").put("parts", parts);
        exchange.answer(200).putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(body.toBuffer());
        exchange.ended();
    }
}
