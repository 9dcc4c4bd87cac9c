package dev.smartdoctor.system.input;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Slots;
import dev.smartdoctor.system.suite.Slots.Slot;

/** Who calls, and the things that the calls are about: a caller's own and another person's. */
final class Cast {
    static final String NOBODY = "nobody";
    static final String PATIENT = "patient";
    static final String DOCTOR = "doctor";
    static final String RECEPTION = "receptionist";
    static final String ADMIN = "admin";

    private static final Pattern NAME = Pattern.compile("\\$([a-zA-Z]+)");
    /** Years from now, so that no test that books meets them. */
    private static final LocalDate FIRST_DATE = LocalDate.of(2034, 1, 1);
    /** No holiday may be ten years ahead: after these the first comes again. */
    private static final int DIFFERENT_DATES = 600;
    private static final AtomicInteger DATES = new AtomicInteger();

    private final LocalStack suite;
    private final Map<String, Api> callers = new HashMap<>();
    private final Map<String, String> things = new HashMap<>();
    private final Iterator<Slot> slots;

    Cast(LocalStack suite) {
        this.suite = suite;
        Patient patient = People.newPatient(suite);
        Patient other = People.newPatient(suite);
        callers.put(NOBODY, Api.at(suite.address()));
        callers.put(PATIENT, patient.api());
        callers.put(DOCTOR, demo("doctor@example.org"));
        callers.put(RECEPTION, demo("reception@example.org"));
        callers.put(ADMIN, demo("admin@example.org"));
        things.put("nobody", UUID.randomUUID().toString());
        things.put("otherAccount", other.id());
        things.put("location", as(NOBODY).get("/api/locations").expect(200).at("items.0.id"));
        things.put("doctor", Stored.one(suite, "appointment",
                "select id from doctor where account_id = ?::uuid", as(DOCTOR).get("/api/users/me").at("id")));
        slots = Slots.ofDoctor(as(NOBODY), things.get("doctor"), 14).iterator();
        things.put("start", slots.next().start());
        visits(other.api());
        clinic();
        others(other.api());
    }

    private void visits(Api other) {
        things.put("visit", book(as(PATIENT), nextSlot()));
        things.put("othersVisit", book(other, nextSlot()));
        Slot colleagues = Slots.of(other, "dermatology", 21).get(0);
        things.put("colleaguesVisit", book(other, colleagues));
    }

    /** A doctor whom nobody can book. */
    private void clinic() {
        String id = as(ADMIN).post("/api/admin/doctors",
                Map.of("fullName", "Spare Doctor", "specialty", "psychiatry")).expect(201).at("id");
        as(ADMIN).send("PATCH", "/api/admin/doctors/" + id, "{\"active\":false}").expect(200);
        things.put("spareDoctor", id);
    }

    private void others(Api other) {
        things.put("conversation", as(PATIENT).post("/api/assistant/conversations", Map.of()).expect(201).at("id"));
        things.put("othersConversation", other.post("/api/assistant/conversations", Map.of()).expect(201).at("id"));
        things.put("othersSession", other.get("/api/auth/sessions").expect(200).at("items.0.id"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !other.get("/api/notifications").expect(200).json().get("items").isEmpty());
        things.put("othersNotification", other.get("/api/notifications").at("items.0.id"));
    }

    private Api demo(String email) {
        return Api.at(suite.address()).signIn(email, People.DEMO_PASSWORD);
    }

    LocalStack suite() {
        return suite;
    }

    Api as(String who) {
        return callers.get(who);
    }

    List<String> roles() {
        return List.of(PATIENT, DOCTOR, RECEPTION, ADMIN);
    }

    String thing(String name) {
        return things.get(name);
    }

    /** A new thing under an old name, where a call uses the old one up. */
    void renew(String name) {
        things.put(name, name.equals("visit")
                ? book(as(PATIENT), new Slot(things.get("doctor"), things.get("start"), ""))
                : as(PATIENT).post("/api/assistant/conversations", Map.of()).expect(201).at("id"));
    }

    /** Other tests would find the doctors and locations that were made in the lists of the clinic. */
    void tidy() {
        String made = " where created_at > (select created_at from doctor where id = '" + thing("spareDoctor") + "')";
        Stored.change(suite, "appointment",
                "delete from doctor_location where doctor_id in (select id from doctor" + made + ")");
        Stored.change(suite, "appointment", "delete from doctor" + made);
        Stored.change(suite, "appointment", "delete from holiday where day >= '2034-01-01'");
        Stored.change(suite, "appointment", "delete from location" + made);
    }

    Slot nextSlot() {
        return slots.next();
    }

    static String book(Api api, Slot slot) {
        return api.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/appointments", Map.of("doctorId", slot.doctorId(), "start", slot.start())).expect(201)
                .at("id");
    }

    /** The text with every {@code $name} replaced; names that begin with {@code fresh} are new each time. */
    String fill(String text) {
        Matcher name = NAME.matcher(text);
        return name.replaceAll(found -> switch (found.group(1)) {
            case "freshEmail" -> "input-" + UUID.randomUUID() + "@example.org";
            case "freshDate" -> FIRST_DATE.plusDays(DATES.getAndIncrement() % DIFFERENT_DATES).toString();
            default -> things.get(found.group(1));
        });
    }

    /** The path with this id, and the query that the call needs. */
    String address(Endpoint endpoint, String id) {
        return endpoint.path().replaceAll("\\{[a-zA-Z]+}", Matcher.quoteReplacement(id)) + fill(endpoint.query());
    }

    String address(Endpoint endpoint) {
        return address(endpoint, things.get(endpoint.thing()));
    }

    /** The one who may, with the headers that a right request has. */
    Api caller(Endpoint endpoint) {
        return withHeaders(endpoint, as(endpoint.caller()));
    }

    static Api withHeaders(Endpoint endpoint, Api api) {
        return endpoint.name().equals("POST /api/appointments")
                ? api.with("Idempotency-Key", UUID.randomUUID().toString())
                : api;
    }

    /** A right body, or null where the call has none. */
    String rightBody(Endpoint endpoint) {
        return endpoint.hasBody() ? Body.right(this, endpoint).toString() : null;
    }

    Answer send(Endpoint endpoint, Api api, String address, String body) {
        return api.send(endpoint.method(), address, body);
    }
}
