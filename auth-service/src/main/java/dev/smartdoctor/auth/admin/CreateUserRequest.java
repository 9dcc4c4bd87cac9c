package dev.smartdoctor.auth.admin;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.auth.account.Profile;
import dev.smartdoctor.platform.validation.EmailAddress;
import dev.smartdoctor.platform.validation.LocaleCode;
import dev.smartdoctor.platform.validation.PersonName;
import dev.smartdoctor.platform.validation.PhoneNumber;
import dev.smartdoctor.platform.validation.ZoneName;

/** An account for somebody of the clinic; without a password they are invited to choose one. */
public record CreateUserRequest(@NotNull @EmailAddress String email, @NotBlank @PersonName String fullName,
        @NotEmpty Set<@NotNull RoleName> roles, @LocaleCode String locale, @ZoneName String timeZone,
        @PhoneNumber String phone, LocalDate dateOfBirth, String password) {

    Profile profile() {
        return new Profile(fullName, phone, dateOfBirth, locale, timeZone);
    }

    Set<String> roleCodes() {
        return roles.stream().map(RoleName::code).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "CreateUserRequest";
    }
}
