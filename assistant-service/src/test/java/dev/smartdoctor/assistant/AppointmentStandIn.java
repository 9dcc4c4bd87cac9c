package dev.smartdoctor.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;

/**
 * Stands in for appointment-service over real HTTP: two doctors' free times, one visit, bookings kept by their idempotency
 * key. A taken time is one at half past, and ten o'clock is no longer offered. The last booking can be read back at {@code /stand-in/last}, and everything that was
 * asked to be done at {@code /stand-in/calls}; {@code /stand-in/moved} changes the visit meanwhile.
 */
public class AppointmentStandIn implements QuarkusTestResourceLifecycleManager {

    public static final String VISIT = "6f1c1f6e-0000-4000-8000-000000000001";
    /** Who is told of others' visits alone, as staff are. */
    public static final String NOBODYS = "6f1c1f6e-0000-4000-8000-0000000000ff";
    static final String DOCTOR = "6f1c1f6e-0000-4000-8000-0000000000d0";
    private static final String ADDRESS = "smart-doctor.testing.appointments";

    private final Map<String, String> booked = new java.util.concurrent.ConcurrentHashMap<>();
    private final List<String> calls = new java.util.concurrent.CopyOnWriteArrayList<>();
    private volatile String last = "{}";
    private volatile int version = 1;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(ADDRESS, address);
        return Map.of("APPOINTMENT_SERVICE_URL", address, "CLINICAL_TEXT_KEY",
                Base64.getEncoder().encodeToString(new byte[32]), "TRIAGE_PROOF_SECRET", "a-proof-secret-of-the-tests");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static String address() {
        return System.getProperty(ADDRESS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String route = exchange.getRequestMethod() + " " + path;
        if (route.startsWith("POST ")) {
            calls.add(route + " " + key);
        }
        if (route.equals("POST /api/appointments") && body.contains(":30")) {
            send(exchange, 409,
                    "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"code\":\"SLOT_TAKEN\","
                            + "\"detail\":\"Taken.\",\"alternatives\":[{\"start\":\"2030-01-01T09:00:00+01:00\"}]}");
        } else if (route.equals("POST /api/appointments") && body.contains("T10:00")) {
            send(exchange, 422, "{\"type\":\"about:blank\",\"title\":\"Not offered\",\"status\":422,"
                    + "\"code\":\"SLOT_NOT_OFFERED\",\"detail\":\"No visit can start at that time.\"}");
        } else if (route.equals("POST /api/appointments")) {
            last = "{\"authorization\":\"" + exchange.getRequestHeaders().getFirst("Authorization") + "\",\"key\":\""
                    + key
                    + "\",\"body\":" + body + "}";
            send(exchange, 201,
                    booked.computeIfAbsent(key, k -> appointment(java.util.UUID.randomUUID().toString(), "booked")));
        } else if (path.equals("/stand-in/last")) {
            send(exchange, 200, last);
        } else if (path.equals("/stand-in/calls")) {
            send(exchange, 200, "[\"" + String.join("\",\"", calls) + "\"]");
        } else if (path.equals("/api/slots")) {
            send(exchange, 200, slots(exchange.getRequestURI().getQuery()));
        } else if (route.equals("GET /api/appointments")) {
            send(exchange, 200,
                    "{\"items\":[" + visits(exchange) + "],\"page\":0,\"pageSize\":100,\"total\":1}");
        } else if (path.endsWith("/cancel") || path.endsWith("/reschedule")) {
            change(exchange, path);
        } else if (path.equals("/stand-in/moved")) {
            version++;
            send(exchange, 200, "{}");
        } else {
            send(exchange, 200,
                    booked.values().stream().filter(text -> text.contains(path.substring(path.lastIndexOf('/') + 1)))
                            .findFirst().orElse(appointment(VISIT, "cancelled")));
        }
    }

    /** Only the version that is now may be changed. */
    private void change(HttpExchange exchange, String path) throws IOException {
        if (!("\"" + version + "\"").equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            send(exchange, 412, "{\"title\":\"Changed\",\"status\":412,\"code\":\"VERSION_MISMATCH\","
                    + "\"detail\":\"The visit has changed since it was read.\",\"version\":" + version + "}");
        } else {
            send(exchange, 200, appointment(VISIT, path.endsWith("/cancel") ? "cancelled" : "booked"));
        }
    }

    /** The visit as the caller's own, or as somebody else's whom the caller is told of too, being staff. */
    private String visits(HttpExchange exchange) {
        String claims = exchange.getRequestHeaders().getFirst("Authorization").split("\\.")[1];
        String caller = new JsonObject(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .getString("sub");
        String patient = NOBODYS.equals(caller) ? DOCTOR : caller;
        String query = exchange.getRequestURI().getQuery();
        if (query.contains("patientId=") && !query.contains("patientId=" + patient)) {
            return "";
        }
        return appointment(VISIT, "booked").replaceFirst("\"version\":1", "\"version\":" + version
                + ",\"patient\":{\"id\":\"" + patient + "\",\"name\":\"A Person\"}");
    }

    private static String slots(String query) {
        if (query.contains("specialty=psychiatry")) {
            return "{\"slots\":[]}";
        }
        StringBuilder slots = new StringBuilder();
        OffsetDateTime first = OffsetDateTime.now(ZoneId.of("Europe/Berlin")).plusDays(1).withHour(9).withMinute(0)
                .withSecond(0)
                .withNano(0);
        for (int i = 0; i < 8; i++) {
            String start = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(first.plusMinutes(30L * i));
            slots.append(i == 0 ? "" : ",").append("{\"doctorId\":\"" + DOCTOR + "\",\"doctorName\":\"Dr. Ada Stone\","
                    + "\"locationId\":\"" + DOCTOR + "\",\"timeZone\":\"Europe/Berlin\",\"start\":\"" + start
                    + "\",\"visitType\":\"consultation\"}");
        }
        return "{\"slots\":[" + slots + "]}";
    }

    private static String appointment(String id, String status) {
        OffsetDateTime start = OffsetDateTime.now(ZoneId.of("Europe/Berlin")).plusDays(3).withNano(0);
        return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"version\":1,\"doctor\":{\"id\":\"" + DOCTOR
                + "\",\"name\":\"Dr. Ada Stone\",\"specialty\":\"cardiology\"},\"start\":\"" + start + "\",\"end\":\""
                + start.plusMinutes(30) + "\",\"timeZone\":\"Europe/Berlin\",\"allowedActions\":[]}";
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type",
                status >= 400 ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
