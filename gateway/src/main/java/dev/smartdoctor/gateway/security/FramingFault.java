package dev.smartdoctor.gateway.security;

/** A request whose boundaries cannot be trusted; the connection that carried it is closed. */
public final class FramingFault extends Exception {
    /** What is wrong, as far as the client is told. */
    public enum Kind {
        MALFORMED(400),
        TARGET_TOO_LONG(414),
        HEADERS_TOO_LARGE(431);

        private final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    private final Kind kind;

    FramingFault(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    static FramingFault malformed() {
        return new FramingFault(Kind.MALFORMED);
    }

    public int status() {
        return kind.status;
    }
}
