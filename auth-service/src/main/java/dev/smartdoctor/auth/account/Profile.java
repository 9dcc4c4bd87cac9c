package dev.smartdoctor.auth.account;

import java.time.LocalDate;

/** What a person says about themselves, apart from the address: it travels together, from registration to change. */
public record Profile(String fullName, String phone, LocalDate dateOfBirth, String locale, String timeZone) {
    public static final String DEFAULT_LOCALE = "en";
    public static final String DEFAULT_ZONE = "UTC";

    public Profile {
        locale = locale == null ? DEFAULT_LOCALE : locale;
        timeZone = timeZone == null ? DEFAULT_ZONE : timeZone;
    }
}
