package dev.smartdoctor.appointment.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import dev.smartdoctor.platform.validation.PersonName;
import dev.smartdoctor.platform.validation.PlainText;

/**
 * A merge patch (RFC 7396) of a doctor: what is absent stays, an explicit {@code null} clears account or bio and is refused elsewhere.
 * An inactive doctor is no longer listed or booked. No record, which could not tell the two apart.
 */
public class DoctorChangeRequest {
    private UUID accountId;
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(min = 1)
    @PersonName
    private String fullName;
    @JsonSetter(nulls = Nulls.FAIL)
    @PlainText(max = 64, multiline = false)
    private String specialty;
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(max = 20)
    private List<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages;
    @PlainText(max = 2000)
    private String bio;
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(max = 20)
    private Set<@NotNull UUID> locationIds;
    @JsonSetter(nulls = Nulls.FAIL)
    private Boolean active;
    @Schema(hidden = true)
    private boolean accountGiven;
    @Schema(hidden = true)
    private boolean bioGiven;

    @JsonProperty
    void setAccountId(UUID accountId) {
        this.accountId = accountId;
        this.accountGiven = true;
    }

    @JsonProperty
    void setBio(String bio) {
        this.bio = bio;
        this.bioGiven = true;
    }

    /** {@code null} where none is given. */
    UUID accountId() {
        return accountId;
    }

    void applyTo(Doctor doctor) {
        doctor.accountId = accountGiven ? accountId : doctor.accountId;
        doctor.fullName = fullName == null ? doctor.fullName : fullName.strip();
        doctor.specialty = specialty == null ? doctor.specialty : specialty;
        doctor.languages = languages == null ? doctor.languages : Doctor.distinct(languages);
        doctor.bio = bioGiven ? bio : doctor.bio;
        doctor.active = active == null ? doctor.active : active;
        if (locationIds != null) {
            doctor.locationIds.retainAll(locationIds);
            doctor.locationIds.addAll(locationIds);
        }
    }
}
