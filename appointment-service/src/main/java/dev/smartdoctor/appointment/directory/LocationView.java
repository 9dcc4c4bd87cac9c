package dev.smartdoctor.appointment.directory;

import java.util.UUID;

/** A location of the clinic. */
public record LocationView(UUID id, String name, String timeZone, String country, String address, String phone) {

    static LocationView of(Location location) {
        return new LocationView(location.id, location.name, location.timeZone, location.country, location.address,
                location.phone);
    }
}
