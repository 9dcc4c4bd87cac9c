package dev.smartdoctor.system.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.Mailbox;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Slots.Slot;
import dev.smartdoctor.system.suite.Suite;
import dev.smartdoctor.system.suite.Talk;

/** Every call is made until it is done, and everything that is answered meanwhile is what the gateway's document says. */
class AnswersIT {
    private final LocalStack suite = Suite.shared();
    private final Described described = Described.by(suite);
    private final Set<String> done = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();

    @Test
    void areAsTheDocumentSays() {
        Api.watched(this::compare, () -> {
            Cast cast = new Cast(suite);
            try {
                Endpoints.all().forEach(endpoint -> cast.send(endpoint, cast.caller(endpoint), cast.address(endpoint),
                        cast.rightBody(endpoint)));
                session(People.newPatient(suite));
                passwords(People.newPatient(suite));
                hold(cast.as(Cast.PATIENT), cast.nextSlot());
                visits(cast);
                conversation(People.newPatient(suite));
                others(cast);
            } finally {
                cast.tidy();
            }
        });
        assertThat(wrong).isEmpty();
        Set<String> all = Endpoints.all().stream().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(OpenApiDocumentIT.NOT_CONFIGURED);
        assertThat(done).isEqualTo(all);
    }

    private void compare(String method, URI address, Answer answer) {
        if (address.getAuthority().equals(suite.address().getAuthority())) {
            String call = described.operation(method, address.getPath()).orElse("");
            if (call.isEmpty()) {
                wrong.add("unknown: " + method + " " + address);
                return;
            }
            described.faults(call, answer).forEach(fault -> wrong.add(call + " " + answer.status() + ": " + fault));
            if (answer.status() < 300) {
                done.add(call);
            }
        }
    }

    private void session(Patient patient) {
        Api nobody = Api.at(suite.address());
        Map<String, String> signIn = Map.of("email", patient.email(), "password", People.PASSWORD, "tokenDelivery",
                "body");
        String token = nobody.post("/api/auth/login", signIn).expect(200).at("refreshToken");
        token = nobody.post("/api/auth/refresh", Map.of("refreshToken", token, "tokenDelivery", "body")).expect(200)
                .at("refreshToken");
        nobody.post("/api/auth/logout", Map.of("refreshToken", token)).expect(204);
        nobody.post("/api/auth/login", signIn).expect(200);
        for (var session : patient.api().get("/api/auth/sessions").expect(200).json().get("items")) {
            if (!session.get("current").asBoolean()) {
                patient.api().delete("/api/auth/sessions/" + session.get("id").asText()).expect(204);
            }
        }
        patient.api().post("/api/auth/logout-all", Map.of()).expect(204);
    }

    private void passwords(Patient patient) {
        String next = "another horse battery";
        patient.api().post("/api/auth/password/change",
                Map.of("currentPassword", People.PASSWORD, "newPassword", next)).expect(204);
        Api nobody = Api.at(suite.address());
        nobody.post("/api/auth/password/forgot", Map.of("email", patient.email())).expect(202);
        String token = Mailbox.token(new Mailbox(suite.mailbox()).awaitMail(patient.email(), "Choose a new"));
        nobody.post("/api/auth/password/reset", Map.of("token", token, "newPassword", People.PASSWORD)).expect(204);
    }

    private static void hold(Api patient, Slot slot) {
        String hold = patient.post("/api/appointments/holds", Map.of("doctorId", slot.doctorId(), "start",
                slot.start())).expect(201).at("holdId");
        patient.delete("/api/appointments/holds/" + hold).expect(204);
    }

    private void visits(Cast cast) {
        Api doctor = cast.as(Cast.DOCTOR);
        String visit = "/api/appointments/" + Cast.book(cast.as(Cast.PATIENT), cast.nextSlot());
        cast.as(Cast.PATIENT).post(visit + "/reschedule", Map.of("start", cast.nextSlot().start())).expect(200);
        set(visit, "status = 'pending'");
        doctor.post(visit + "/confirm", Map.of()).expect(200);
        doctor.post(visit + "/check-in", Map.of()).expect(200);
        doctor.post(visit + "/complete", Map.of("notes", "all well")).expect(200);
        visit = "/api/appointments/" + Cast.book(cast.as(Cast.PATIENT), cast.nextSlot());
        String ago = " - interval '1000 days'";
        set(visit, "starts_at = starts_at" + ago + ", ends_at = ends_at" + ago + ", busy_from = busy_from" + ago
                + ", busy_to = busy_to" + ago);
        doctor.post(visit + "/no-show", Map.of()).expect(200);
    }

    private void set(String visit, String columns) {
        Stored.change(suite, "appointment", "update appointment set " + columns + " where id = ?::uuid",
                visit.substring(visit.lastIndexOf('/') + 1));
    }

    private void conversation(Patient patient) {
        String proposals = "/api/assistant/proposals/";
        patient.api().post(proposals + Talk.untilProposal(patient.api()).get("id").asText() + "/decline", Map.of())
                .expect(204);
        patient.api().post(proposals + Talk.untilProposal(patient.api()).get("id").asText() + "/confirm", Map.of())
                .expect(200);
        String conversation = patient.api().get("/api/assistant/conversations").at("items.0.id");
        patient.api().get("/api/assistant/conversations/" + conversation + "/messages").expect(200);
        patient.api().with("Accept", "text/event-stream").post("/api/assistant/conversations/" + conversation
                + "/messages", Map.of("text", "my head hurts")).expect(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !patient.api().get("/api/notifications").json().get("items").isEmpty());
        patient.api().post("/api/notifications/" + patient.api().get("/api/notifications").at("items.0.id") + "/read",
                Map.of()).expect(204);
        patient.api().get("/api/notifications").expect(200);
    }

    private void others(Cast cast) {
        String timeOff = "/api/doctors/" + cast.thing("spareDoctor") + "/time-off";
        Api admin = cast.as(Cast.ADMIN);
        admin.delete(timeOff + "/" + admin.post(timeOff,
                Map.of("start", "2034-03-01T10:00:00+01:00", "end", "2034-03-01T11:00:00+01:00")).expect(201).at("id"))
                .expect(204);
        admin.get("/api/admin/holidays").expect(200);
        admin.delete("/api/admin/holidays/" + admin.post("/api/admin/holidays",
                Map.of("date", cast.fill("$freshDate"), "name", "Founders' Day")).expect(201).at("id")).expect(204);
        String letter = UUID.randomUUID().toString();
        Stored.change(suite, "notification", """
                insert into dead_letter (id, stream, type, aggregate_type, aggregate_id, occurred_at, version,
                schema_version, payload, reason) values (?::uuid, 'auth.events', 'account.updated',
                'account', ?::uuid, now(), 1, 1, jsonb_build_object('accountId', ?)::text, 'a test')""", letter, letter,
                letter);
        for (String list : List.of("/api/admin/dead-letters", "/api/admin/deliveries", "/api/admin/audit")) {
            admin.get(list).expect(200);
        }
        admin.post("/api/admin/dead-letters/" + letter + "/replay", Map.of()).expect(204);
        admin.get("/api/admin/dead-letters").expect(200);
        Stored.change(suite, "notification", "delete from dead_letter where id = ?::uuid", letter);
    }
}
