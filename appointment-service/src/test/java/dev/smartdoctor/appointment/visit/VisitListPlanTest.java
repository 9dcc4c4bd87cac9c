package dev.smartdoctor.appointment.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Plans;
import dev.smartdoctor.appointment.testing.Plans.Past;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every list of visits, with sixty thousand of them in the table: none reads it whole. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class VisitListPlanTest {

    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(20);

    private static final PageRequest PAGE = PageRequest.of(0, 20);

    @Inject
    Plans plans;

    @Test
    void onesOwnVisitsAreReadByPatient() {
        Past past = plans.past();
        ListQuery query = new ListQuery();
        readsByIndex(query.within(scope(past.patient(), "patient"), PAGE), "appointment_by_patient");
    }

    @Test
    void aDoctorsVisitsAreReadByDoctor() {
        Past past = plans.past();
        ListQuery query = new ListQuery();
        // The doctor as a value: of a set of them, a page would be looked for among everybody's visits.
        readsByIndex(query.within(scope(past.doctorAccount(), "doctor"), PAGE), "appointment_by_doctor",
                "(doctor_id = (InitPlan");
        query.from = DAY;
        query.to = DAY.plusDays(1);
        // For so short a time the planner may as well read everybody's.
        readsByIndex(query.within(scope(past.doctorAccount(), "doctor"), PAGE), "appointment_by_");
    }

    @Test
    void whoIsPatientAndDoctorIsCountedByBoth() {
        Past past = plans.past();
        AppointmentQuery query = new ListQuery().within(scope(past.doctorAccount(), "patient", "doctor"), PAGE);
        assertThat(plans.both(AppointmentRepository.listing(query), query.pageParameters()))
                .contains("appointment_by_").doesNotContain("Seq Scan on appointment");
        assertThat(plans.both(AppointmentRepository.counting(query), query.parameters()))
                .contains("appointment_by_patient", "appointment_by_doctor").doesNotContain("Seq Scan on appointment");
    }

    @Test
    void theReceptionReadsADayByTimeOrDoctor() {
        Past past = plans.past();
        ListQuery query = new ListQuery();
        query.from = DAY;
        query.to = DAY;
        readsByIndex(query.within(scope(UUID.randomUUID(), "receptionist"), PAGE), "appointment_by_time");
        query.doctorId = past.doctor();
        readsByIndex(query.within(scope(UUID.randomUUID(), "receptionist"), PAGE), "appointment_by_");
    }

    @Test
    void theReceptionReadsAPatientsVisitsByPatient() {
        ListQuery query = new ListQuery();
        query.patientId = plans.past().patient();
        readsByIndex(query.within(scope(UUID.randomUUID(), "receptionist"), PAGE), "appointment_by_patient");
    }

    /** The count of everything is another matter: it needs everything, from the index where vacuum has been. */
    @Test
    void aPageOfEverythingIsReadByTime() {
        plans.past();
        AppointmentQuery query = new ListQuery().within(scope(UUID.randomUUID(), "admin"), PAGE);
        assertThat(plans.both(AppointmentRepository.listing(query), query.pageParameters()))
                .contains("appointment_by_time").doesNotContain("Seq Scan on appointment");
    }

    @Test
    void theDayBoardIsReadByTimeOrDoctor() {
        Past past = plans.past();
        for (Actor actor : new Actor[]{ actor(UUID.randomUUID(), "receptionist"),
                actor(past.doctorAccount(), "doctor") }) {
            AppointmentQuery query = new AppointmentQuery(AppointmentScope.ofOffice(actor),
                    EnumSet.complementOf(EnumSet.of(AppointmentStatus.HELD, AppointmentStatus.CANCELLED)), DAY, DAY,
                    null, null, PAGE);
            readsByIndex(query, "appointment_by_");
        }
    }

    private void readsByIndex(AppointmentQuery query, String... indexes) {
        assertThat(plans.both(AppointmentRepository.listing(query), query.pageParameters())).contains(indexes)
                .doesNotContain("Seq Scan on appointment");
        assertThat(plans.both(AppointmentRepository.counting(query), query.parameters())).contains(indexes)
                .doesNotContain("Seq Scan on appointment");
    }

    private static AppointmentScope scope(UUID account, String... roles) {
        return AppointmentScope.of(actor(account, roles));
    }

    private static Actor actor(UUID account, String... roles) {
        return new Actor(account, Set.of(roles));
    }
}
