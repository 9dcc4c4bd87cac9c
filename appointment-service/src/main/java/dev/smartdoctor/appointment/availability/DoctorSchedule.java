package dev.smartdoctor.appointment.availability;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that decides when one doctor can be booked, apart from the kind of visit and the time it is now. */
public record DoctorSchedule(UUID doctorId, String doctorName, List<WorkingPlace> places, List<TakenTime> taken) {

    public DoctorSchedule {
        places = List.copyOf(places);
        taken = List.copyOf(taken);
    }

    /** The same doctor with nothing in the way: what the rules alone would offer. */
    public DoctorSchedule untaken() {
        return new DoctorSchedule(doctorId, doctorName, places, List.of());
    }

    /** The same doctor with no visit in the way, but away all the same. */
    public DoctorSchedule unvisited() {
        return new DoctorSchedule(doctorId, doctorName, places, taken.stream().filter(TakenTime::isAway).toList());
    }

    public Optional<WorkingPlace> place(UUID locationId) {
        return places.stream().filter(place -> place.locationId().equals(locationId)).findFirst();
    }
}
