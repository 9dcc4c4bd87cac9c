package dev.smartdoctor.auth.mailtoken;

/** What a derived code is good for; a code of one purpose is worthless for another. */
public enum Purpose {
    VERIFICATION, PASSWORD_RESET, DEVICE, THROTTLE
}
