package dev.smartdoctor.notification.smtp;

/** Why a mail was not, or perhaps not, accepted. The reason holds reply code and stage only: a server's text may name people. */
public class SmtpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is certain after the failure. */
    public enum Kind {
        /** The server could not be reached or served nobody: no mail was handed over, and the next would fare alike. */
        SERVER_AWAY,
        /** The server refused this mail for now (4xx). */
        REFUSED_FOR_NOW,
        /** The server refused this mail for good (5xx). */
        REFUSED_FOR_GOOD,
        /** The dialogue broke off: the mail may or may not have been accepted. */
        UNKNOWN
    }

    private final Kind kind;

    public SmtpFailure(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** For a dialogue that took too long: it may go on without us. */
    public static SmtpFailure brokenOff(Throwable cause) {
        return new SmtpFailure(Kind.UNKNOWN, "dialogue broke off: " + cause.getClass().getSimpleName(), cause);
    }

    public Kind kind() {
        return kind;
    }
}
