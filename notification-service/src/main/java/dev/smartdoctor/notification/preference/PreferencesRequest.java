package dev.smartdoctor.notification.preference;

import java.time.LocalTime;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.platform.validation.LocaleCode;

/** All of a caller's preferences; what is left out of the optional ones is unset. */
public record PreferencesRequest(@NotNull Boolean emailReminders, @Valid QuietHoursRequest quietHours,
        @LocaleCode String locale) {

    /** Times of day as {@code HH:mm}; {@code from} after {@code to} spans midnight. */
    public record QuietHoursRequest(@NotNull LocalTime from, @NotNull LocalTime to) {}

    Optional<QuietHours> quiet() {
        return Optional.ofNullable(quietHours).map(hours -> new QuietHours(hours.from(), hours.to()));
    }
}
