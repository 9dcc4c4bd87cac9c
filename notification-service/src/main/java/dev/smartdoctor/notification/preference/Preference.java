package dev.smartdoctor.notification.preference;

import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The stored wishes of one account; an account without a row has the defaults. */
@Entity
@Table(name = "preference")
public class Preference {
    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "email_reminders", nullable = false)
    private boolean emailReminders;

    @Column(name = "quiet_from")
    private LocalTime quietFrom;

    @Column(name = "quiet_to")
    private LocalTime quietTo;

    @Column(name = "locale")
    private String locale;

    protected Preference() {
    }

    private Preference(UUID accountId) {
        this.accountId = accountId;
        this.emailReminders = true;
    }

    static Preference defaultsOf(UUID accountId) {
        return new Preference(accountId);
    }

    void change(boolean reminders, Optional<QuietHours> quiet, Optional<String> language) {
        emailReminders = reminders;
        quietFrom = quiet.map(QuietHours::from).orElse(null);
        quietTo = quiet.map(QuietHours::to).orElse(null);
        locale = language.orElse(null);
    }

    public boolean wantsEmailReminders() {
        return emailReminders;
    }

    public Optional<QuietHours> quietHours() {
        return quietFrom == null ? Optional.empty() : Optional.of(new QuietHours(quietFrom, quietTo));
    }

    public Optional<String> locale() {
        return Optional.ofNullable(locale);
    }
}
