package dev.smartdoctor.localstack.demo;

import java.util.List;

/** One location of the clinic. The numbers are of the ranges that are kept free for examples. */
record DemoLocation(String name, String timeZone, String country, String address, String phone) {

    static final String BERLIN = "Smart Doctor Berlin";
    static final String NEW_YORK = "Smart Doctor New York";

    static final List<DemoLocation> ALL = List.of(
            new DemoLocation(BERLIN, "Europe/Berlin", "DE", "Invalidenstraße 117, 10115 Berlin", "+493023125000"),
            new DemoLocation(NEW_YORK, "America/New_York", "US", "240 East 38th Street, New York, NY 10016",
                    "+12125550142"));
}
