package dev.smartdoctor.auth.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import dev.smartdoctor.auth.grant.TokenDelivery;
import dev.smartdoctor.platform.validation.EmailAddress;

/**
 * Address and password. The password has no bounds here: an impossible one is wrong like any other, at the same price.
 *
 * @param totp the second factor's code; where the account has none, a well-formed one proves nothing and is not looked at
 */
public record LoginRequest(@NotNull @EmailAddress String email, @NotNull String password,
        @Pattern(regexp = "[0-9]{6}") String totp, TokenDelivery tokenDelivery) {

    @Override
    public String toString() {
        return "LoginRequest";
    }
}
