package dev.smartdoctor.appointment.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import dev.smartdoctor.platform.validation.PersonName;
import dev.smartdoctor.platform.validation.PlainText;

/** A doctor to be added; languages are ISO 639 codes. */
public record NewDoctorRequest(UUID accountId, @NotBlank @PersonName String fullName,
        @NotBlank @PlainText(max = 64, multiline = false) String specialty,
        @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
        @PlainText(max = 2000) String bio,
        @Size(max = 20) Set<@NotNull UUID> locationIds) {}
