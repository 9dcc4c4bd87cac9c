package dev.smartdoctor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.Suite;

/** The clinic that a first start enters: it can be used at once, and nothing tells of how it came to be. */
class DemoDataIT {

    @Test
    void everyAccountCanSignIn() {
        for (String email : List.of("patient@example.org", "patient2@example.org", "doctor@example.org",
                "reception@example.org", "admin@example.org")) {
            Api.at(Suite.shared().address()).signIn(email, People.DEMO_PASSWORD).get("/api/users/me").expect(200);
        }
    }

    @Test
    void everyDoctorIsOfferedSomewhere() {
        Api api = Api.at(Suite.shared().address());
        JsonNode doctors = api.get("/api/doctors?pageSize=100").expect(200).json().get("items");
        assertThat(doctors).hasSizeGreaterThanOrEqualTo(16);
        for (JsonNode doctor : doctors) {
            assertThat(doctor.get("locationIds")).as(doctor.get("fullName").asText()).isNotEmpty();
        }
    }

    @Test
    void nobodyIsSignedIn() {
        assertThat(Suite.beginning().openSessions()).isEmpty();
    }

    /** Otherwise a person's own first sign-in would be warned of as one from a new device. */
    @Test
    void theAdministratorIsKnownFromNoDevice() {
        assertThat(Suite.beginning().knownDevices()).isEmpty();
    }
}
