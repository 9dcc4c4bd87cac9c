package dev.smartdoctor.auth.keys;

/** The key folder cannot be used as it is; the message says which file and why, and holds nothing of a key. */
public class UnusableKeys extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableKeys(String message) {
        super(message);
    }

    UnusableKeys(String message, Throwable cause) {
        super(message, cause);
    }
}
