import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.smartdoctor.localstack.service.ServiceSettings;

/**
 * The clinic that is booked in, entered through the gateway: doctors with eight hours on every day, patients with accounts, and
 * the visits that will be booked. Every visit has a slot of its own, and no patient is in two places or has more visits than the
 * limit of ten.
 */
final class Clinic {
    static final int DOCTORS = 200;
    static final int VISITS_EACH = 10;
    private static final int DAYS = 31;
    private static final int AT_ONCE = 8;
    private static final String PASSWORD = "correct horse battery";

    private final Http http;
    private final int gateway;
    private String administrator;

    Clinic(Http http, int gateway) {
        this.http = http;
        this.gateway = gateway;
    }

    /** A booking ready to be sent. */
    record Visit(String token, Buffer body) {}

    /** In this order everyone's first visit comes before anyone's second. */
    List<Visit> prepare(int patients) {
        administrator = "Bearer " + Http.await(signIn(ServiceSettings.ADMINISTRATOR, ServiceSettings.DEMO_PASSWORD));
        String location = Http.await(admin(HttpMethod.POST, "/api/admin/locations",
                new JsonObject().put("name", "Benchmark").put("timeZone", "Europe/Berlin").put("country", "DE"), 201))
                .getString("id");
        List<String> doctors = http.forEach(numbers(DOCTORS), AT_ONCE, number -> doctor(number, location));
        List<String> tokens = http.forEach(numbers(patients), AT_ONCE, this::patient);
        List<JsonObject> slots = new ArrayList<>();
        http.forEach(doctors, AT_ONCE, this::slots)
                .forEach(found -> found.forEach(slot -> slots.add((JsonObject) slot)));
        Collections.shuffle(slots, new Random(1));
        return plan(tokens, slots);
    }

    private Future<String> doctor(int number, String location) {
        JsonObject doctor = new JsonObject().put("fullName", "Doctor " + words(number)).put("specialty", "neurology")
                .put("locationIds", new JsonArray().add(location));
        JsonArray week = new JsonArray();
        for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")) {
            week.add(new JsonObject().put("day", day).put("from", "08:00").put("to", "16:00"));
        }
        JsonObject hours = new JsonObject().put("locationId", location).put("weekly", week)
                .put("validFrom", LocalDate.now(ZoneOffset.UTC).toString());
        return admin(HttpMethod.POST, "/api/admin/doctors", doctor, 201).map(made -> made.getString("id"))
                .compose(id -> admin(HttpMethod.PUT, "/api/doctors/" + id + "/working-hours", hours, 200)
                        .map(done -> id));
    }

    private Future<String> patient(int number) {
        String email = "patient" + number + "@example.org";
        JsonObject account = new JsonObject().put("email", email).put("fullName", "Patient " + words(number))
                .put("roles", new JsonArray().add("patient")).put("locale", "en").put("timeZone", "Europe/Berlin")
                .put("password", PASSWORD);
        return admin(HttpMethod.POST, "/api/admin/users", account, 201).compose(made -> signIn(email, PASSWORD));
    }

    private Future<JsonArray> slots(String doctor) {
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        String path = "/api/slots?doctorId=" + doctor + "&from=" + from + "&to=" + from.plusDays(DAYS - 1);
        return http.send(HttpMethod.GET, gateway, path, Map.of(), null)
                .map(answer -> answer.json(200).getJsonArray("slots"));
    }

    private static List<Visit> plan(List<String> tokens, List<JsonObject> slots) {
        Deque<JsonObject> free = new ArrayDeque<>(slots);
        Set<String> busy = new HashSet<>();
        List<Visit> visits = new ArrayList<>();
        for (int round = 0; round < VISITS_EACH; round++) {
            for (int patient = 0; patient < tokens.size() && !free.isEmpty(); patient++) {
                JsonObject slot = free.remove();
                for (int tries = 0; !busy.add(patient + " " + start(slot)) && tries < tokens.size(); tries++) {
                    free.add(slot);
                    slot = free.remove();
                }
                visits.add(new Visit("Bearer " + tokens.get(patient),
                        new JsonObject().put("doctorId", slot.getString("doctorId"))
                                .put("start", slot.getString("start"))
                                .put("reason", "Headache for three days, worse in the morning").toBuffer()));
            }
        }
        return visits;
    }

    private static Object start(JsonObject slot) {
        return OffsetDateTime.parse(slot.getString("start")).toInstant();
    }

    private Future<String> signIn(String email, String password) {
        return http.send(HttpMethod.POST, gateway, "/api/auth/login", Map.of(),
                new JsonObject().put("email", email).put("password", password).toBuffer())
                .map(answer -> answer.json(200).getString("accessToken"));
    }

    private Future<JsonObject> admin(HttpMethod method, String path, JsonObject body, int expected) {
        return http.send(method, gateway, path, Map.of("authorization", administrator), body.toBuffer())
                .map(answer -> answer.json(expected));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Names have letters, not digits. */
    private static String words(int number) {
        return Integer.toString(number).chars().mapToObj(digit -> "abcdefghij".substring(digit - '0', digit - '0' + 1))
                .reduce("B", String::concat);
    }
}
