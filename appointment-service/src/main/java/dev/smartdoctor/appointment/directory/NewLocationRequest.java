package dev.smartdoctor.appointment.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import dev.smartdoctor.platform.validation.PhoneNumber;
import dev.smartdoctor.platform.validation.PlainText;
import dev.smartdoctor.platform.validation.ZoneName;

/** A location to be added; {@code country} is an ISO 3166 code of two letters. */
public record NewLocationRequest(@NotBlank @PlainText(max = 120, multiline = false) String name,
        @NotBlank @ZoneName String timeZone, @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
        @PlainText(max = 300) String address, @PhoneNumber String phone) {}
