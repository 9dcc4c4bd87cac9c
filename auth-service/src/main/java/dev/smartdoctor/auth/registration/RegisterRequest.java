package dev.smartdoctor.auth.registration;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.auth.account.Profile;
import dev.smartdoctor.platform.validation.EmailAddress;
import dev.smartdoctor.platform.validation.LocaleCode;
import dev.smartdoctor.platform.validation.PersonName;
import dev.smartdoctor.platform.validation.PhoneNumber;
import dev.smartdoctor.platform.validation.ZoneName;

/** What a patient types to get an account. */
public record RegisterRequest(@NotNull @EmailAddress String email, @NotNull String password,
        @NotBlank @PersonName String fullName, @PhoneNumber String phone, LocalDate dateOfBirth,
        @LocaleCode String locale,
        @ZoneName String timeZone) {

    Profile profile() {
        return new Profile(fullName, phone, dateOfBirth, locale, timeZone);
    }

    @Override
    public String toString() {
        return "RegisterRequest";
    }
}
