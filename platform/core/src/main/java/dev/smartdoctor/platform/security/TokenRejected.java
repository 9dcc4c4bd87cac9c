package dev.smartdoctor.platform.security;

/** A token that is not accepted. The reason is for tests and debugging and never reaches the caller. */
public class TokenRejected extends Exception {
    public TokenRejected(String reason) {
        super(reason, null, false, false);
    }

    public TokenRejected(String reason, Throwable cause) {
        super(reason, cause, false, false);
    }
}
