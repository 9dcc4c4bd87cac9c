package dev.smartdoctor.appointment.availability;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One location at which a doctor works: its zone, the doctor's weekly hours there and the days it is closed. */
public record WorkingPlace(UUID locationId, String name, String address, ZoneId zone, List<WeeklyWindow> windows,
        Set<LocalDate> holidays) {

    public WorkingPlace {
        windows = List.copyOf(windows);
        holidays = Set.copyOf(holidays);
    }

    WorkingPlace withWindows(List<WeeklyWindow> hours) {
        return new WorkingPlace(locationId, name, address, zone, hours, holidays);
    }

    WorkingPlace closedOn(Set<LocalDate> days) {
        return new WorkingPlace(locationId, name, address, zone, windows, days);
    }
}
