package dev.smartdoctor.auth.password;

import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.platform.validation.EmailAddress;

/** The address whose password was forgotten. */
public record ForgotPasswordRequest(@NotNull @EmailAddress String email) {

    @Override
    public String toString() {
        return "ForgotPasswordRequest";
    }
}
