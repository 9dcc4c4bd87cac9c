package dev.smartdoctor.notification.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The states of a delivery; see the table's comment. */
public enum DeliveryState {
    DUE, SENDING, SENT, UNKNOWN, DEAD, VOID;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState fromCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Optional<DeliveryState> find(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
