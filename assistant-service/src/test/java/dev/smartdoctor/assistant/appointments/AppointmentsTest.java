package dev.smartdoctor.assistant.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class AppointmentsTest {

    /** In New York it is still yesterday evening, with times to book and a visit to cancel. */
    @Test
    void looksFromTheDateOnThatItStillIsSomewhere() {
        assertThat(Appointments.earliestDate(Instant.parse("2026-11-27T00:09:00Z")))
                .isEqualTo(LocalDate.of(2026, 11, 26));
    }
}
