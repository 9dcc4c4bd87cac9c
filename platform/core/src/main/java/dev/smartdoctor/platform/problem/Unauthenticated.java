package dev.smartdoctor.platform.problem;

/** 401: one body for every cause, so that a forger learns nothing. */
public class Unauthenticated extends ApiException {
    public Unauthenticated() {
        super(401, "UNAUTHENTICATED", "Unauthenticated", "Sign in to use this.");
        header("WWW-Authenticate", "Bearer");
    }
}
