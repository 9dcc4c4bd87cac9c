package dev.smartdoctor.platform.problem;

/** 404: there is no such thing, or it belongs to someone else; the two cannot be told apart. */
public final class NotFound extends ApiException {
    public NotFound(String what) {
        super(404, "NOT_FOUND", "Not found", "There is no such " + what + ".");
    }
}
