package dev.smartdoctor.auth.password;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The token of the mailed link and the password to be. */
public record ResetPasswordRequest(@NotNull @Size(min = 1, max = 256) String token, @NotNull String newPassword) {

    @Override
    public String toString() {
        return "ResetPasswordRequest";
    }
}
