package dev.smartdoctor.appointment.account;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The part of an account that matters to the clinic. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(UUID id, String fullName, String phone, LocalDate dateOfBirth, Set<String> roles) {

    public boolean has(String role) {
        return roles != null && roles.contains(role);
    }
}
