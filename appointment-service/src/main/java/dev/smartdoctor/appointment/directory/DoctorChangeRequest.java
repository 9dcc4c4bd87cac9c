package dev.smartdoctor.appointment.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import dev.smartdoctor.platform.validation.PersonName;
import dev.smartdoctor.platform.validation.PlainText;

/** What is to change about a doctor; what is absent stays. An inactive doctor is no longer listed or booked. */
public record DoctorChangeRequest(UUID accountId, @Size(min = 1) @PersonName String fullName,
        @PlainText(max = 64, multiline = false) String specialty,
        @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
        @PlainText(max = 2000) String bio, @Size(max = 20) Set<@NotNull UUID> locationIds, Boolean active) {}
