package dev.smartdoctor.appointment.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.availability.Availability;
import dev.smartdoctor.appointment.availability.DoctorFilter;
import dev.smartdoctor.appointment.availability.DoctorSchedule;
import dev.smartdoctor.appointment.availability.ReadWindow;
import dev.smartdoctor.appointment.availability.ScheduleRepository;
import dev.smartdoctor.appointment.availability.Slot;
import dev.smartdoctor.appointment.availability.Taken;
import dev.smartdoctor.appointment.availability.WorkingPlace;
import dev.smartdoctor.appointment.visit.Appointment.PlaceRef;
import dev.smartdoctor.platform.data.PostgresErrors;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The part that holds, bookings and reschedules share: read the rules, take the locks, read what is taken, and judge by the
 * same function as the listing. Statements that do not need each other's answer are sent together: the connection keeps
 * their order, and the reads after the locks see what was committed while they waited.
 */
@ApplicationScoped
class SlotGuard {

    private static final String DOCTOR_FREE = "appointment_doctor_free";
    private static final String PATIENT_FREE = "appointment_patient_free";

    /** Beyond every horizon, and well within the dates that the database knows. */
    private static final Duration FARTHEST = Duration.ofDays(3 * 366);

    private final BookingRepository bookings;
    private final ScheduleRepository schedules;

    SlotGuard(BookingRepository bookings, ScheduleRepository schedules) {
        this.bookings = bookings;
        this.schedules = schedules;
    }

    /** Whether a visit could start then by any rule. No other start reaches the database, which knows fewer dates and rounds them. */
    static boolean isThinkable(SlotRequest request, Instant now) {
        return !request.start().isBefore(now) && !request.start().isAfter(now.plus(FARTHEST))
                && request.start().equals(request.start().truncatedTo(ChronoUnit.MINUTES));
    }

    /** Doctor, rules, patient and hours. Takes no lock. */
    Uni<BookingContext> context(SqlConnection tx, SlotRequest request, Instant now) {
        if (!isThinkable(request, now)) {
            return Uni.createFrom().failure(new SlotNotOffered());
        }
        Uni<BookingContext> context = bookings.context(tx, request);
        Uni<List<DoctorSchedule>> hours = schedules.places(tx, DoctorFilter.doctor(request.doctorId()),
                ReadWindow.around(request.start(), now, request.moving()));
        return Uni.combine().all().unis(context, hours).with(BookingContext::with);
    }

    /**
     * Takes the locks and judges.
     *
     * @return fails with {@link SlotNotOffered}, {@link SlotTaken}, {@link PatientBusy}, or {@link NotFound} for a hold
     *         that is not the caller's for this slot
     */
    Uni<Offer> offer(SqlConnection tx, SlotRequest request, BookingContext context, Instant now) {
        Slot slot = ruled(request, context, now);
        WorkingPlace place = context.hours().place(slot.locationId()).orElseThrow();
        Uni<Void> locks = bookings.lock(tx, LockKeys.of(request, context.rules(), place.zone()));
        Uni<Standing> standing = bookings.standing(tx, request, context.rules(), now);
        Uni<Taken> taken = schedules.taken(tx, DoctorFilter.doctor(request.doctorId()),
                ReadWindow.around(request.start(), now, request.moving()));
        return Uni.combine().all().unis(locks, standing, taken).asTuple()
                .map(read -> judge(request, context, now, read.getItem2(), read.getItem3()));
    }

    /** What the constraints say when they are the ones to notice. */
    static Throwable explain(Throwable failure) {
        if (PostgresErrors.violates(failure, DOCTOR_FREE)) {
            return new SlotTaken();
        }
        return PostgresErrors.violates(failure, PATIENT_FREE) ? new PatientBusy() : failure;
    }

    /** The slot by the rules alone, whatever stands in the way. */
    private static Slot ruled(SlotRequest request, BookingContext context, Instant now) {
        return new Availability(context.rules(), now).at(context.hours().untaken(), request.start())
                .orElseThrow(SlotNotOffered::new);
    }

    private static Offer judge(SlotRequest request, BookingContext context, Instant now, Standing standing,
            Taken taken) {
        if (!standing.holdFits()) {
            throw new NotFound("hold");
        }
        DoctorSchedule schedule = taken.over(context.hours());
        Availability availability = new Availability(context.rules(), now);
        Optional<Slot> free = availability.at(schedule, request.start());
        if (free.isEmpty()) {
            // A closed day or time off is nothing to offer; anything else in the way is someone else's.
            throw availability.at(schedule.unvisited(), request.start()).isPresent()
                    ? new SlotTaken()
                    : new SlotNotOffered();
        }
        if (standing.patientBusy()) {
            throw new PatientBusy();
        }
        WorkingPlace place = schedule.place(free.get().locationId()).orElseThrow();
        return new Offer(context, new PlaceRef(place.locationId(), place.name(), place.address(), place.zone()),
                standing);
    }
}
