package dev.smartdoctor.appointment.availability;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What stands in the way, as read: taken times by doctor, closed days by location; those under {@code null} close every
 * location.
 */
public record Taken(Map<UUID, List<TakenTime>> times, Map<UUID, Set<LocalDate>> holidays) {

    /** The schedule with all of this in its way. */
    public DoctorSchedule over(DoctorSchedule schedule) {
        return new DoctorSchedule(schedule.doctorId(), schedule.doctorName(),
                schedule.places().stream().map(place -> place.closedOn(closed(place.locationId()))).toList(),
                times.getOrDefault(schedule.doctorId(), List.of()));
    }

    private Set<LocalDate> closed(UUID locationId) {
        Set<LocalDate> days = new HashSet<>(holidays.getOrDefault(null, Set.of()));
        days.addAll(holidays.getOrDefault(locationId, Set.of()));
        return days;
    }
}
