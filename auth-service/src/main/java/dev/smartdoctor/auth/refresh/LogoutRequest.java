package dev.smartdoctor.auth.refresh;

import jakarta.validation.constraints.Size;

/** The session to end, where neither the cookie nor the access token says which. */
public record LogoutRequest(@Size(min = 1, max = 256) String refreshToken) {

    @Override
    public String toString() {
        return "LogoutRequest";
    }
}
