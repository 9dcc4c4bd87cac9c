package dev.smartdoctor.appointment.booking;

import java.util.List;

import dev.smartdoctor.appointment.availability.DoctorSchedule;
import dev.smartdoctor.appointment.availability.VisitRules;
import dev.smartdoctor.appointment.visit.Appointment.DoctorRef;
import dev.smartdoctor.appointment.visit.Appointment.PatientRef;

/**
 * What a booking is judged by that does not change under it: the doctor with their hours, the rules of the visit, the
 * patient ({@code null} where the request names none).
 */
record BookingContext(DoctorRef doctor, VisitRules rules, PatientRef patient, DoctorSchedule hours) {

    BookingContext with(List<DoctorSchedule> schedules) {
        DoctorSchedule schedule = schedules.isEmpty()
                ? new DoctorSchedule(doctor.id(), doctor.name(), List.of(), List.of())
                : schedules.get(0);
        return new BookingContext(doctor, rules, patient, schedule);
    }
}
