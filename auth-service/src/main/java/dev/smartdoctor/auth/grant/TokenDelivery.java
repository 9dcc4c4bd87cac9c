package dev.smartdoctor.auth.grant;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a client without cookies gets the refresh token in the body too. */
public enum TokenDelivery {
    COOKIE, BODY;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static TokenDelivery of(String code) {
        for (TokenDelivery delivery : values()) {
            if (delivery.code().equals(code)) {
                return delivery;
            }
        }
        throw new IllegalArgumentException("no such delivery");
    }
}
