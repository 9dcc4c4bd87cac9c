package dev.smartdoctor.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class DemoDoctorTest {

    private static final Set<String> SPECIALTIES = Set.of("general_practice", "cardiology", "dermatology", "neurology",
            "orthopaedics", "ophthalmology", "ent", "gastroenterology", "gynaecology", "urology", "paediatrics",
            "psychiatry");

    @Test
    void sixteenDoctorsCoverTheTwelveSpecialties() {
        assertThat(DemoDoctor.ALL).hasSize(16).doesNotHaveDuplicates();
        assertThat(DemoDoctor.ALL.stream().map(DemoDoctor::specialty).collect(Collectors.toSet()))
                .isEqualTo(SPECIALTIES);
        assertThat(DemoDoctor.ALL.stream().map(DemoDoctor::fullName).distinct()).hasSize(16);
    }

    /** A day apart is enough for any two zones: they differ by less than a day, and shifts end before midnight. */
    @Test
    void hoursAtDifferentLocationsAreAtLeastADayApart() {
        for (DemoDoctor doctor : DemoDoctor.ALL) {
            Set<DayOfWeek> busy = new HashSet<>();
            for (DemoHours hours : doctor.hours()) {
                Set<DayOfWeek> near = hours.days().stream()
                        .flatMap(day -> List.of(day.minus(1), day, day.plus(1)).stream()).collect(Collectors.toSet());
                assertThat(busy).as(doctor.fullName()).doesNotContainAnyElementsOf(near);
                busy.addAll(hours.days());
            }
        }
    }

    @Test
    void locationsAreInDifferentZones() {
        assertThat(DemoLocation.ALL.stream().map(DemoLocation::timeZone).distinct()).hasSize(2);
    }
}
