package dev.smartdoctor.gateway.route;

import java.util.Locale;

/** The services behind the gateway; the setting {@code <NAME>_SERVICE_URL} says where each one is. */
public enum Service {
    AUTH,
    APPOINTMENT,
    ASSISTANT,
    NOTIFICATION;

    /** The part's name in settings, metrics and the status page. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
