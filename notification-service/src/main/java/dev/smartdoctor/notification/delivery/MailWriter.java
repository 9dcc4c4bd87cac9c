package dev.smartdoctor.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.preference.Preference;
import dev.smartdoctor.notification.preference.PreferenceService;
import dev.smartdoctor.notification.recipient.AccountUnknown;
import dev.smartdoctor.notification.recipient.Accounts;
import dev.smartdoctor.notification.recipient.LinkToken;
import dev.smartdoctor.notification.recipient.Recipient;
import dev.smartdoctor.notification.recipient.RecipientService;
import dev.smartdoctor.notification.smtp.OutgoingMail;
import dev.smartdoctor.notification.template.AccountLetters;
import dev.smartdoctor.notification.template.Language;
import dev.smartdoctor.notification.template.Letter;
import dev.smartdoctor.notification.template.LinkConfig;
import dev.smartdoctor.notification.template.MailContent.CalendarFile;
import dev.smartdoctor.notification.template.MailLayout;
import io.smallrye.mutiny.Uni;

/** Writes the mail of a delivery at the moment it is sent: to the address, in the language and with the names of now. */
@ApplicationScoped
public class MailWriter {
    private final RecipientService recipients;
    private final PreferenceService preferences;
    private final Accounts accounts;
    private final VisitMailWriter visitMails;
    private final AccountLetters letters;
    private final MailLayout layout;
    private final Clock clock;

    MailWriter(RecipientService recipients, PreferenceService preferences, Accounts accounts,
            VisitMailWriter visitMails,
            LinkConfig links, MailLayout layout, Clock clock) {
        this.recipients = recipients;
        this.preferences = preferences;
        this.accounts = accounts;
        this.visitMails = visitMails;
        this.letters = new AccountLetters(links.publicUrl());
        this.layout = layout;
        this.clock = clock;
    }

    Uni<Draft> write(Delivery delivery) {
        return preferences.of(delivery.accountId())
                .flatMap(preference -> recipients.of(delivery.accountId())
                        .flatMap(recipient -> write(delivery, recipient, preference)))
                .onFailure(AccountUnknown.class)
                .recoverWithItem(gone -> Draft.nothing(Verdict.voided("the account is gone")));
    }

    private Uni<Draft> write(Delivery delivery, Recipient recipient, Preference preference) {
        Language language = Language.of(preference.locale(), recipient.locale());
        return switch (delivery.kind()) {
            case VERIFY_EMAIL ->
                withToken(delivery, recipient, language, accounts.verification(id(delivery, "verificationId")));
            case PASSWORD_RESET ->
                withToken(delivery, recipient, language, accounts.passwordReset(id(delivery, "resetId")));
            case VISIT_BOOKED, VISIT_RESCHEDULED, VISIT_CANCELLED ->
                visitMails.transactional(delivery, recipient, language);
            case VISIT_REMINDER -> visitMails.reminder(delivery, recipient, language, preference);
            default -> Uni.createFrom().item(() -> aboutAccount(delivery, recipient, language));
        };
    }

    private Draft aboutAccount(Delivery delivery, Recipient recipient, Language language) {
        Instant happened = delivery.facts().getInstant("occurredAt");
        return draft(delivery, recipient, letters.about(delivery.kind(), recipient, language, happened));
    }

    /** A link that was used, replaced or ran out while the mail waited is not sent any more. */
    private Uni<Draft> withToken(Delivery delivery, Recipient recipient, Language language,
            Uni<Optional<LinkToken>> token) {
        return token.map(found -> found.filter(link -> link.accountId().equals(delivery.accountId()))
                .filter(link -> link.expiresAt().isAfter(clock.instant()))
                .map(link -> draft(delivery, recipient, letters.withToken(delivery.kind(), recipient, language, link)))
                .orElseGet(() -> Draft.nothing(Verdict.voided("the link is no longer open"))));
    }

    private Draft draft(Delivery delivery, Recipient recipient, Letter letter) {
        Optional<CalendarFile> noCalendar = Optional.empty();
        return Draft.of(new OutgoingMail(delivery.id(), recipient.email(), layout.render(letter, noCalendar)));
    }

    private static UUID id(Delivery delivery, String field) {
        return UUID.fromString(delivery.facts().getString(field));
    }
}
