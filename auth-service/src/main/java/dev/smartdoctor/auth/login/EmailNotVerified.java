package dev.smartdoctor.auth.login;

import dev.smartdoctor.platform.problem.ApiException;

/** 403: address and password are right, and the address was never verified. Only who knows the password learns of it. */
public class EmailNotVerified extends ApiException {
    public EmailNotVerified() {
        super(403, "EMAIL_NOT_VERIFIED", "E-mail not verified", "Follow the link that was mailed to you first.");
    }
}
