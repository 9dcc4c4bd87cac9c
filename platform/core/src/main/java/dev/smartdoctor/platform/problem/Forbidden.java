package dev.smartdoctor.platform.problem;

/** 403: the caller is known and may not do this. */
public class Forbidden extends ApiException {
    public Forbidden(String detail) {
        super(403, "FORBIDDEN", "Forbidden", detail);
    }
}
