package dev.smartdoctor.auth.login;

import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.auth.grant.TokenDelivery;
import dev.smartdoctor.platform.validation.EmailAddress;

/** Address and password. The password has no bounds here: an impossible one is wrong like any other, at the same price. */
public record LoginRequest(@NotNull @EmailAddress String email, @NotNull String password, TokenDelivery tokenDelivery) {

    @Override
    public String toString() {
        return "LoginRequest";
    }
}
