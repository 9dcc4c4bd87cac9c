package dev.smartdoctor.appointment.visit;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.starts;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.AwkwardStrings;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AwkwardTextTest {

    @Test
    void keepsAReasonAsItWasSentOrNamesTheField() {
        UUID doctor = doctor();
        UUID patient = account("Awkward Author");
        String start = starts(doctor).get(0);
        SoftAssertions softly = new SoftAssertions();
        for (String text : (Iterable<String>) AwkwardStrings.all()::iterator) {
            Response answer = book(patient(patient), UUID.randomUUID().toString(),
                    Map.of("doctorId", doctor, "start", start, "reason", text));
            if (answer.statusCode() == 201) {
                UUID visit = UUID.fromString(answer.path("id"));
                // Cancelling reads the row again, so this is what was stored; and the slot is free for the next.
                softly.assertThat(post(patient(patient), visit, "cancel").<String>path("reason")).isEqualTo(text);
            } else {
                softly.assertThat(answer.statusCode()).as("%s", text).isEqualTo(422);
                softly.assertThat(answer.<List<String>>path("errors.field")).containsExactly("reason");
            }
        }
        softly.assertAll();
    }
}
