package dev.smartdoctor.notification.preference;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A caller's preferences, the defaults included. */
public record PreferencesView(boolean emailReminders, @Schema(nullable = true) QuietHoursView quietHours,
        @Schema(nullable = true) String locale) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Times of day as {@code HH:mm}. */
    public record QuietHoursView(String from, String to) {}

    static PreferencesView of(Preference preference) {
        QuietHoursView quiet = preference.quietHours()
                .map(hours -> new QuietHoursView(MINUTES.format(hours.from()), MINUTES.format(hours.to())))
                .orElse(null);
        return new PreferencesView(preference.wantsEmailReminders(), quiet, preference.locale().orElse(null));
    }
}
