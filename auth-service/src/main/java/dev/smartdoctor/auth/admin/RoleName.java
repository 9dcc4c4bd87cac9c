package dev.smartdoctor.auth.admin;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The roles that a person can have; that of services is not among them. */
public enum RoleName {
    PATIENT, DOCTOR, RECEPTIONIST, ADMIN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static RoleName of(String code) {
        for (RoleName role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role");
    }
}
