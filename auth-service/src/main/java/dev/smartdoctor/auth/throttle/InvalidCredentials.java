package dev.smartdoctor.auth.throttle;

import dev.smartdoctor.platform.problem.ApiException;

/** 401: unknown address, wrong password or an account that may not be used; the answer does not say which. */
public class InvalidCredentials extends ApiException {
    public InvalidCredentials() {
        super(401, "INVALID_CREDENTIALS", "Invalid credentials", "The address or the password is not right.");
    }
}
