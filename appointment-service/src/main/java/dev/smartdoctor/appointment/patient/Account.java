package dev.smartdoctor.appointment.patient;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import dev.smartdoctor.platform.security.Roles;

/** The part of an account that the clinic's record copies. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Account(UUID id, String fullName, String phone, LocalDate dateOfBirth, Set<String> roles) {

    boolean isPatient() {
        return roles != null && roles.contains(Roles.PATIENT);
    }
}
