package dev.smartdoctor.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.availability.VisitRules;
import dev.smartdoctor.appointment.testing.Plans;
import dev.smartdoctor.appointment.testing.Plans.Past;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a booking asks of sixty thousand visits while it holds its locks. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class BookingPlanTest {

    private static final VisitRules RULES = new VisitRules("consultation", Duration.ofMinutes(30), Duration.ZERO,
            Duration.ZERO, Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), 6, null, 10, false);

    @Inject
    Plans plans;

    @Test
    void howPatientAndCallerStandIsReadByIndex() {
        Past past = plans.past();
        Instant now = Instant.now();
        SlotRequest request = new SlotRequest(past.doctor(), now.plus(Duration.ofDays(3)), "consultation",
                past.patient(), past.patient(), UUID.randomUUID(), null);
        assertThat(plans.both(BookingRepository.STANDING, BookingRepository.standingParameters(request, RULES, now)))
                .contains("appointment_by_patient", "appointment_live_holds")
                .doesNotContain("Seq Scan on appointment");
    }
}
