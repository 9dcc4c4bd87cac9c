package dev.smartdoctor.auth.registration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The token of the mailed link. */
public record VerifyEmailRequest(@NotNull @Size(min = 1, max = 256) String token) {

    @Override
    public String toString() {
        return "VerifyEmailRequest";
    }
}
