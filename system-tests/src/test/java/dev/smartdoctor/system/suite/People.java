package dev.smartdoctor.system.suite;

import java.util.Map;
import java.util.UUID;

import dev.smartdoctor.localstack.stack.LocalStack;

/** Patients as they come to be: registered, confirmed by mail, signed in. */
public final class People {
    public static final String PASSWORD = "correct horse battery";
    public static final String DEMO_PASSWORD = "smart-doctor-demo";

    private People() {
    }

    /** A person with a session. */
    public record Patient(String email, String id, Api api) {}

    public static Patient newPatient(LocalStack suite) {
        String email = "patient-" + UUID.randomUUID() + "@example.org";
        Api anonymous = Api.at(suite.address());
        anonymous.post("/api/auth/register", Map.of("email", email, "password", PASSWORD, "fullName", "Ada Lovelace",
                "locale", "en", "timeZone", "Europe/Berlin")).expect(202);
        String token = Mailbox.token(new Mailbox(suite.mailbox()).awaitMail(email, "Verify"));
        anonymous.post("/api/auth/verify-email", Map.of("token", token)).expect(204);
        Answer session = anonymous.post("/api/auth/login", Map.of("email", email, "password", PASSWORD)).expect(200);
        return new Patient(email, session.at("user.id"), anonymous.withToken(session.at("accessToken")));
    }
}
