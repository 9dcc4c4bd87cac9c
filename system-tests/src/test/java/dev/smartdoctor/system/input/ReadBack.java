package dev.smartdoctor.system.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;

/** What is found later of something that was accepted, with the fields named as in the request. */
final class ReadBack {
    private static final String DOCTOR_ROW = "select json_build_object('fullName', full_name, 'bio', bio) from doctor "
            + "where id = ?::uuid";
    private static final String ACCOUNT = "select json_build_object('fullName', full_name, 'phone', phone) from account ";

    /** One way to find something again, by the answer it was accepted with and the request. */
    private interface Way {
        JsonNode read(Cast cast, Answer answer, JsonNode sent);
    }

    private static final Map<String, Way> WAYS = new HashMap<>();

    static {
        WAYS.put("PATCH /api/users/me", (cast, answer, sent) -> cast.as(Cast.PATIENT).get("/api/users/me").json());
        WAYS.put("POST /api/appointments", (cast, answer, sent) -> cast.as(Cast.DOCTOR)
                .get("/api/appointments/" + answer.at("id")).expect(200).json());
        WAYS.put("POST /api/doctors/{id}/time-off", (cast, answer, sent) -> item(answer, cast.as(Cast.ADMIN),
                "/api/doctors/" + cast.thing("spareDoctor") + "/time-off"));
        WAYS.put("POST /api/admin/locations", (cast, answer, sent) -> row(Stored.one(cast.suite(), "appointment",
                "select json_build_object('name', name, 'address', address) from location where id = ?::uuid",
                answer.at("id"))));
        WAYS.put("POST /api/admin/doctors", (cast, answer, sent) -> row(
                Stored.one(cast.suite(), "appointment", DOCTOR_ROW, answer.at("id"))));
        WAYS.put("PATCH /api/admin/doctors/{id}", WAYS.get("POST /api/admin/doctors"));
        WAYS.put("POST /api/admin/holidays", (cast, answer, sent) -> row(Stored.one(cast.suite(), "appointment",
                "select json_build_object('name', name) from holiday where id = ?::uuid", answer.at("id"))));
        WAYS.put("POST /api/admin/users", (cast, answer, sent) -> row(
                Stored.one(cast.suite(), "auth", ACCOUNT + "where id = ?::uuid", answer.at("id"))));
        WAYS.put("POST /api/auth/register", (cast, answer, sent) -> row(Stored.one(cast.suite(), "auth",
                ACCOUNT.replace("account ", "email_verification ")
                        + "where account_id = (select id from account where email = ?)",
                sent.path("email").asText())));
        WAYS.put("POST /api/assistant/conversations/{id}/messages", (cast, answer, sent) -> cast.as(Cast.PATIENT)
                .get("/api/assistant/conversations/" + cast.thing("conversation") + "/messages").expect(200).json()
                .path("items").path(0));
    }

    private ReadBack() {
    }

    /** A missing node where nothing of it can be found again by anybody. */
    static JsonNode of(Cast cast, Endpoint endpoint, Answer answer, JsonNode sent) {
        Way way = WAYS.get(endpoint.name());
        return way == null ? MissingNode.getInstance() : way.read(cast, answer, sent);
    }

    private static JsonNode item(Answer made, Api api, String list) {
        for (int page = 0;; page++) {
            JsonNode items = api.get(list + "?pageSize=100&page=" + page).expect(200).json().path("items");
            for (JsonNode item : items) {
                if (item.path("id").asText().equals(made.at("id"))) {
                    return item;
                }
            }
            if (items.isEmpty()) {
                throw new AssertionError("Not in the list: " + made.text());
            }
        }
    }

    private static JsonNode row(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
