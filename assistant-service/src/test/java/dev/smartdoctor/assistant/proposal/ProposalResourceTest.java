package dev.smartdoctor.assistant.proposal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.assistant.AppointmentStandIn;
import dev.smartdoctor.assistant.Talk;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(AppointmentStandIn.class)
class ProposalResourceTest {
    private static final String A_STORY = "I want to see a cardiologist";

    @Inject
    Pool database;

    /** Whoever can write to the table and has no key of ours changes no offer. */
    @ParameterizedTest
    @ValueSource(strings = { "kind = 'cancel'", "expires_at = expires_at + interval '1 day'",
            "signature = decode(repeat('00', 32), 'hex')", "terms = decode(repeat('00', 80), 'hex')" })
    void offerThatIsNotAsWeSignedItIsNotCarriedOut(String forgery) {
        Talk talk = new Talk();
        String proposal = talk.proposal(A_STORY, "1");
        assertThat(database.preparedQuery("update proposal set " + forgery + " where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(proposal))).rowCount()).isEqualTo(1);
        talk.confirm(proposal).then().statusCode(500).body("code", equalTo("INTERNAL_ERROR"));
        assertThat(Talk.done(proposal)).isEmpty();
    }

    @Test
    void offerOfAnotherIsNotCarriedOutUnderANewOwner() {
        Talk talk = new Talk();
        Talk thief = new Talk();
        String proposal = talk.proposal(A_STORY, "1");
        thief.proposal(A_STORY, "1");
        database.preparedQuery("update proposal set owner_id = $2 where id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(proposal), thief.patient()));
        thief.confirm(proposal).then().statusCode(500);
        assertThat(Talk.done(proposal)).isEmpty();
    }

    @Test
    void confirmedAgainItIsToldAgainAndDoneOnce() {
        Talk talk = new Talk();
        String proposal = talk.proposal(A_STORY, "1");
        String visit = talk.confirm(proposal).then().statusCode(200).extract().path("id");
        talk.confirm(proposal).then().statusCode(200).body("id", equalTo(visit));
        assertThat(Talk.done(proposal)).hasSize(1);
    }

    @Test
    void confirmedManyTimesAtOnceItIsOneVisit() {
        Talk talk = new Talk();
        String proposal = talk.proposal(A_STORY, "1");
        List<String> visits = IntStream.range(0, 8).parallel().mapToObj(i -> talk.confirm(proposal))
                .map(answer -> answer.then().statusCode(200).extract().<String>path("id")).toList();
        assertThat(visits).containsOnly(visits.get(0));
    }

    @Test
    void refusalsAreToldAsTheyAre() {
        Talk talk = new Talk();
        talk.confirm(talk.proposal(A_STORY, "2")).then().statusCode(409).body("code", equalTo("SLOT_TAKEN"))
                .body("alternatives.size()", equalTo(1));
        talk.confirm(talk.proposal("3")).then().statusCode(422).body("code", equalTo("SLOT_NOT_OFFERED"));
    }

    @Test
    void visitThatChangedSinceItWasOfferedIsLeftAlone() {
        Talk talk = new Talk();
        String outdated = talk.proposal("cancel my visit");
        given().get(AppointmentStandIn.address() + "/stand-in/moved").then().statusCode(200);
        String present = talk.proposal("cancel my visit");
        talk.confirm(present).then().statusCode(200).body("status", equalTo("cancelled"));
        // What it has become is just what was wished.
        talk.confirm(outdated).then().statusCode(200).body("status", equalTo("cancelled"));

        String move = talk.proposal("move my visit", "1");
        given().get(AppointmentStandIn.address() + "/stand-in/moved").then().statusCode(200);
        talk.confirm(move).then().statusCode(412).body("code", equalTo("VERSION_MISMATCH"));
    }

    @Test
    void staffAreOfferedNothingOfTheVisitsOfOthers() {
        Talk talk = new Talk(UUID.fromString(AppointmentStandIn.NOBODYS), "receptionist");
        talk.say("cancel my visit").body("proposals", empty());
    }

    @Test
    void messagesTellWhatBecameOfTheirOffers() {
        Talk talk = new Talk();
        String taken = talk.proposal(A_STORY, "1");
        String left = talk.proposal(A_STORY, "5");
        talk.messages().body("items.proposals.flatten().findAll { it != null }.status", contains("open", "open"));
        String visit = talk.confirm(taken).then().statusCode(200).extract().path("id");
        talk.decline(left).then().statusCode(204);
        talk.messages()
                .body("items.proposals.flatten().findAll { it != null }.status", contains("confirmed", "declined"))
                .body("items.proposals.flatten().findAll { it != null }.appointmentId", contains(visit, null));
    }

    @Test
    void carriedOutItCannotBeDeclinedAnyMore() {
        Talk talk = new Talk();
        String proposal = talk.proposal(A_STORY, "1");
        talk.confirm(proposal).then().statusCode(200);
        talk.decline(proposal).then().statusCode(409).body("code", equalTo("PROPOSAL_CONFIRMED"));
    }

    /** As appointment-service checks it: the MAC over the very text of the claims, and what they say. */
    @Test
    void triageProofBearsTheSharedSecretsSignatureForThisPersonAndEndsSoon() throws Exception {
        Talk talk = new Talk();
        JsonPath answer = talk.say("an itchy red rash on my arm for 3 weeks, eczema").extract().jsonPath();
        for (int i = 0; i < 4 && answer.get("triage") == null; i++) {
            answer = talk.say("no").extract().jsonPath();
        }
        String proposal = talk.proposal("1");
        talk.confirm(proposal).then().statusCode(200);
        String[] proof = given().get(AppointmentStandIn.address() + "/stand-in/last").jsonPath()
                .getString("body.triageProof").split("\\.");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a-proof-secret-of-the-tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(Base64.getUrlDecoder().decode(proof[1]))
                .isEqualTo(mac.doFinal(proof[0].getBytes(StandardCharsets.UTF_8)));
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(proof[0]),
                StandardCharsets.UTF_8));
        assertThat(claims.fieldNames()).containsExactlyInAnyOrder("level", "accountId", "rulesVersion", "exp");
        assertThat(claims.getString("level")).isEqualTo("routine");
        assertThat(claims.getString("accountId")).isEqualTo(talk.patient().toString());
        assertThat(Instant.ofEpochSecond(claims.getLong("exp")))
                .isBefore(Instant.now().plus(Duration.ofMinutes(12)));
    }
}
