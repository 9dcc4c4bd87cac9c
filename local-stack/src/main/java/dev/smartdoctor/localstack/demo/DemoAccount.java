package dev.smartdoctor.localstack.demo;

import java.util.List;

/** One account that the start report names. The administrator is made by auth-service itself. */
record DemoAccount(String email, String fullName, String role, String locale, String timeZone) {

    static final String DOCTOR = "doctor@example.org";

    static final List<DemoAccount> ALL = List.of(
            new DemoAccount("patient@example.org", "Lucía Fernández", "patient", "en", "Europe/Berlin"),
            new DemoAccount("patient2@example.org", "Omar Haddad", "patient", "en", "America/New_York"),
            new DemoAccount(DOCTOR, "Amara Okafor", "doctor", "en", "Europe/Berlin"),
            new DemoAccount("reception@example.org", "Mia Lindqvist", "receptionist", "en", "Europe/Berlin"));
}
