package dev.smartdoctor.appointment.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.appointment.testing.Plans;
import dev.smartdoctor.appointment.testing.Plans.Past;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The statements of the slot listing, with sixty thousand visits in the table: they read the window asked for, not the past. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class SlotPlanTest {

    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneOffset.UTC);

    @Inject
    Plans plans;
    @Inject
    Database database;

    @Test
    void whatIsTakenIsReadByDoctorAndTime() {
        Past past = plans.past();
        for (DoctorFilter filter : new DoctorFilter[]{ ofSpecialty(past), DoctorFilter.doctor(past.doctor()) }) {
            for (int days : new int[]{ 1, 7, 31 }) {
                ReadWindow window = new ReadWindow(TODAY, TODAY.plusDays(days), NOW, null);
                assertThat(plans.both(ScheduleRepository.TAKEN, ScheduleRepository.takenParameters(filter, window)))
                        .contains("Index Only Scan using appointment_by_doctor")
                        .doesNotContain("Seq Scan on appointment");
            }
        }
    }

    @Test
    void noVisitOutsideTheWindowIsRead() {
        Past past = plans.past();
        for (int weeksAgo : new int[]{ 0, 1, 5 }) {
            LocalDate from = TODAY.minusWeeks(weeksAgo);
            ReadWindow window = new ReadWindow(from, from.plusDays(6), NOW, null);
            long within = database.count("""
                    select count(*) from appointment a join doctor d on d.id = a.doctor_id where d.specialty = $1
                    and starts_at > $2 and starts_at < $3""", past.specialty(), window.start().minusHours(12),
                    window.end().plusHours(12));
            assertThat(plans.visitsRead(ScheduleRepository.TAKEN,
                    ScheduleRepository.takenParameters(ofSpecialty(past), window))).isEqualTo(within);
        }
    }

    private static DoctorFilter ofSpecialty(Past past) {
        return new DoctorFilter(null, past.specialty(), null);
    }
}
