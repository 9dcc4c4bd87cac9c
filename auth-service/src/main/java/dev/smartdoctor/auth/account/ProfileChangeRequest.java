package dev.smartdoctor.auth.account;

import java.time.LocalDate;

import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import dev.smartdoctor.platform.validation.LocaleCode;
import dev.smartdoctor.platform.validation.PersonName;
import dev.smartdoctor.platform.validation.PhoneNumber;
import dev.smartdoctor.platform.validation.ZoneName;

/**
 * A merge patch (RFC 7396) of the own profile: what is absent stays, an explicit {@code null} clears phone or date of
 * birth and is refused elsewhere. A record could not tell the two apart, so this is a class whose setters notice that they were called.
 */
public class ProfileChangeRequest {
    @PersonName
    @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
    private String fullName;
    @PhoneNumber
    private String phone;
    private LocalDate dateOfBirth;
    @LocaleCode
    private String locale;
    @ZoneName
    private String timeZone;
    @Schema(hidden = true)
    private boolean phoneGiven;
    @Schema(hidden = true)
    private boolean dateOfBirthGiven;

    @JsonSetter(nulls = Nulls.FAIL)
    void setFullName(String fullName) {
        this.fullName = fullName;
    }

    @JsonProperty
    void setPhone(String phone) {
        this.phone = phone;
        this.phoneGiven = true;
    }

    @JsonProperty
    void setDateOfBirth(LocalDate dateOfBirth) {
        this.dateOfBirth = dateOfBirth;
        this.dateOfBirthGiven = true;
    }

    @JsonSetter(nulls = Nulls.FAIL)
    void setLocale(String locale) {
        this.locale = locale;
    }

    @JsonSetter(nulls = Nulls.FAIL)
    void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    /** The profile after the change. */
    Profile applyTo(Profile old) {
        return new Profile(fullName == null ? old.fullName() : fullName, phoneGiven ? phone : old.phone(),
                dateOfBirthGiven ? dateOfBirth : old.dateOfBirth(), locale == null ? old.locale() : locale,
                timeZone == null ? old.timeZone() : timeZone);
    }
}
