package dev.smartdoctor.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.assistant.AppointmentStandIn;
import dev.smartdoctor.assistant.Talk;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(AppointmentStandIn.class)
class TurnTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    ConversationSweep sweep;

    @AfterEach
    void resetClock() {
        MutableClock.reset();
    }

    /** A choice, a wish, a change of mind: whatever a message is meant for, an emergency in it is heard first. */
    @ParameterizedTest
    @ValueSource(strings = { "1, I have crushing chest pain and I am sweating",
            "cancel my appointment, I have crushing chest pain and I am sweating",
            "show my appointments. crushing chest pain, sweating", "help, crushing chest pain and sweating",
            "book a dermatologist, I have crushing chest pain and I am sweating",
            "start over: crushing chest pain and I am sweating" })
    void emergencyIsHeardBeforeAnythingElse(String message) {
        Talk talk = new Talk();
        talk.say("I want to see a cardiologist").body("message.text", containsString("Dr. Ada Stone"));
        talk.say(message).body("triage.level", equalTo("emergency_now")).body("proposals", hasSize(0))
                .body("message.text", containsString("local emergency number"));
    }

    @Test
    void whatWasOfferedBeforeAnEmergencyNoLongerStands() {
        Talk talk = new Talk();
        String offer = talk.proposal("I want to see a dermatologist", "1");
        talk.say("crushing chest pain spreading to my left arm, I am sweating").body("triage.level",
                equalTo("emergency_now"));
        talk.confirm(offer).then().statusCode(409).body("code", equalTo("PROPOSAL_DECLINED"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1", "book", "I want to see a dermatologist", "more", "please book a visit" })
    void afterAnEmergencyNothingIsOffered(String message) {
        Talk talk = new Talk();
        talk.say("crushing chest pain and I am sweating").body("triage.level", equalTo("emergency_now"));
        talk.say(message).body("proposals", hasSize(0))
                .body("message.text", containsString("local emergency number"));
    }

    @Test
    void twoTurnsAtOnceAreNotBothAnswered() {
        Talk talk = new Talk();
        List<Integer> statuses = IntStream.range(0, 12).parallel()
                .mapToObj(i -> talk.answer("I want to see a cardiologist")).map(Response::statusCode).toList();
        assertThat(statuses).containsOnly(200, 409).contains(200);
        int answered = (int) statuses.stream().filter(status -> status == 200).count();
        talk.call().get(talk.path() + "/messages?pageSize=100").then().statusCode(200)
                .body("total", equalTo(2 * answered));
    }

    @Test
    void conversationIsForgottenNinetyDaysAfterItsLastWord() {
        Talk old = new Talk();
        old.say("I want to see a cardiologist");
        MutableClock.advance(Duration.ofDays(90).minusMinutes(1));
        sweep.forget().await().atMost(PATIENCE);
        MutableClock.reset();
        old.call().get(old.path() + "/messages").then().statusCode(200);
        MutableClock.advance(Duration.ofDays(90).plusMinutes(1));
        sweep.forget().await().atMost(PATIENCE);
        MutableClock.reset();
        old.call().get(old.path() + "/messages").then().statusCode(404);
    }
}
