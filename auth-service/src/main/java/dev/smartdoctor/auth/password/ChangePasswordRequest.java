package dev.smartdoctor.auth.password;

import jakarta.validation.constraints.NotNull;

/** The password as it is and as it is to be. */
public record ChangePasswordRequest(@NotNull String currentPassword, @NotNull String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordRequest";
    }
}
