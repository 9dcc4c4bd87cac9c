package dev.smartdoctor.appointment.directory;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A location of the clinic. */
public record LocationView(UUID id, String name, String timeZone, String country,
        @Schema(nullable = true) String address, @Schema(nullable = true) String phone) {

    static LocationView of(Location location) {
        return new LocationView(location.id, location.name, location.timeZone, location.country, location.address,
                location.phone);
    }
}
