package dev.smartdoctor.appointment.booking;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.availability.SlotService;
import dev.smartdoctor.appointment.patient.PatientRegistration;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;

/**
 * What is done about a booking that failed, outside its transaction: make the patient's record and try once more, say a
 * violated constraint in the interface's words, and look for the next free slots when one was taken.
 */
@ApplicationScoped
class BookingRecovery {

    private static final int ALTERNATIVES = 3;

    private final PatientRegistration patients;
    private final SlotService slots;

    BookingRecovery(PatientRegistration patients, SlotService slots) {
        this.patients = patients;
        this.slots = slots;
    }

    <T> Uni<T> attempt(SlotRequest request, Supplier<Uni<T>> booking) {
        return booking.get()
                .onFailure(PatientUnknown.class)
                .recoverWithUni(() -> patients.ensure(request.patientId()).chain(booking::get))
                .onFailure(PatientUnknown.class).transform(nameless -> new NotFound("patient"))
                .onFailure().transform(SlotGuard::explain)
                .onFailure(SlotTaken.class).recoverWithUni(taken -> alternatives(request, taken));
    }

    private <T> Uni<T> alternatives(SlotRequest request, SlotTaken taken) {
        return slots.next(request.doctorId(), request.visitType(), request.start(), ALTERNATIVES)
                .flatMap(next -> Uni.createFrom().failure(taken.withAlternatives(next)));
    }
}
