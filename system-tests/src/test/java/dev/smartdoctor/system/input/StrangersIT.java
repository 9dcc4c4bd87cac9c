package dev.smartdoctor.system.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Suite;

/** Callers without a good token, of another role, and who ask for what is not theirs: at every call there is. */
class StrangersIT {
    private static Cast cast;

    @BeforeAll
    static void gather() {
        cast = new Cast(Suite.shared());
    }

    @Test
    void peopleWithoutAGoodTokenGetOneAnswer() {
        Map<String, String> tokens = BadTokens.all(cast.suite());
        Set<String> bodies = new HashSet<>();
        Refusals.everywhere(cast, endpoint -> !endpoint.isPublic(),
                (endpoint, refusals) -> tokens.forEach((reason, token) -> {
                    Answer answer = ask(endpoint, token);
                    refusals.expect(endpoint + ": " + reason, answer, 401);
                    bodies.add(comparable(answer));
                }));
        assertThat(bodies).as("one body for every cause").hasSize(1);
    }

    /** Else the test above would pass with any token that is nonsense. */
    @Test
    void whoseTokenIsInTimeIsNoStranger() {
        String token = BadTokens.signedByTheSuite(cast.suite(), Instant.now());
        Api.at(cast.suite().address()).with("Authorization", token).get("/api/admin/deliveries").expect(200);
    }

    @Test
    void whatBelongsToSomebodyElse() {
        Refusals.everywhere(cast, endpoint -> endpoint.othersThing() != null, (endpoint, refusals) -> {
            Answer answer = cast.send(endpoint, cast.caller(endpoint),
                    cast.address(endpoint, cast.thing(endpoint.othersThing())), cast.rightBody(endpoint));
            refusals.expect(endpoint.name(), answer, 404);
        });
    }

    @Test
    void peopleOfAnotherRole() {
        Refusals.everywhere(cast, endpoint -> !endpoint.isPublic(), (endpoint, refusals) -> {
            for (String role : cast.roles()) {
                if (!endpoint.roles().contains(role)) {
                    Answer answer = cast.send(endpoint, Cast.withHeaders(endpoint, cast.as(role)),
                            cast.address(endpoint), cast.rightBody(endpoint));
                    refusals.expect(endpoint + " by " + role, answer, 403);
                }
            }
        });
    }

    /** Signing out must work when the access token no longer does. */
    @Test
    void whoeverHoldsARefreshTokenMaySignOutEverywhere() {
        Api nobody = cast.as(Cast.NOBODY);
        Patient patient = People.newPatient(cast.suite());
        Answer session = nobody.post("/api/auth/login",
                Map.of("email", patient.email(), "password", People.PASSWORD, "tokenDelivery", "body")).expect(200);

        nobody.post("/api/auth/logout-all", Map.of("refreshToken", session.at("refreshToken"))).expect(204);
        for (Api signedOut : List.of(patient.api(), nobody.withToken(session.at("accessToken")))) {
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> signedOut.get("/api/appointments").status() == 401);
        }
    }

    private static Answer ask(Endpoint endpoint, String token) {
        Api api = Cast.withHeaders(endpoint, cast.as(Cast.NOBODY));
        return cast.send(endpoint, token == null ? api : api.with("Authorization", token), cast.address(endpoint),
                cast.rightBody(endpoint));
    }

    private static String comparable(Answer answer) {
        ObjectNode body = answer.json().deepCopy();
        body.remove("traceId");
        body.remove("instance");
        return body.toString();
    }
}
