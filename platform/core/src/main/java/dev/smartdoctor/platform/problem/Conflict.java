package dev.smartdoctor.platform.problem;

/** 409: the request is well formed, but the present state does not allow it. */
public class Conflict extends ApiException {
    public Conflict(String code, String detail) {
        super(409, code, "Conflict", detail);
    }
}
