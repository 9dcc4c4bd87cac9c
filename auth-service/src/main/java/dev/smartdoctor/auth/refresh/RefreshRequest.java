package dev.smartdoctor.auth.refresh;

import jakarta.validation.constraints.Size;

import dev.smartdoctor.auth.grant.TokenDelivery;

/** A refresh token for a new one; empty where the cookie has it. */
public record RefreshRequest(@Size(min = 1, max = 256) String refreshToken, TokenDelivery tokenDelivery) {
    static final RefreshRequest EMPTY = new RefreshRequest(null, null);

    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
