package dev.smartdoctor.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.planning.PlanningConfig;
import dev.smartdoctor.notification.planning.ReminderPolicy;
import dev.smartdoctor.notification.planning.ReminderPolicy.Decision;
import dev.smartdoctor.notification.planning.ReminderPolicy.Situation;
import dev.smartdoctor.notification.planning.VisitFacts;
import dev.smartdoctor.notification.preference.Preference;
import dev.smartdoctor.notification.recipient.Recipient;
import dev.smartdoctor.notification.smtp.OutgoingMail;
import dev.smartdoctor.notification.smtp.SmtpConfig;
import dev.smartdoctor.notification.template.Language;
import dev.smartdoctor.notification.template.LinkConfig;
import dev.smartdoctor.notification.template.MailContent.CalendarFile;
import dev.smartdoctor.notification.template.MailLayout;
import dev.smartdoctor.notification.template.VisitCalendar;
import dev.smartdoctor.notification.template.VisitCalendar.Parties;
import dev.smartdoctor.notification.template.VisitLetters;
import dev.smartdoctor.notification.visit.Visit;
import dev.smartdoctor.notification.visit.Visits;
import io.smallrye.mutiny.Uni;

/** Writes the mails about visits. A reminder looks at the visit as it is now; the others tell what happened then. */
@ApplicationScoped
public class VisitMailWriter {
    private final Visits visits;
    private final VisitLetters letters;
    private final ReminderPolicy reminders;
    private final MailLayout layout;
    private final String organizer;
    private final Clock clock;

    VisitMailWriter(Visits visits, LinkConfig links, PlanningConfig planning, MailLayout layout, SmtpConfig smtp,
            Clock clock) {
        this.visits = visits;
        this.letters = new VisitLetters(links.publicUrl());
        this.reminders = new ReminderPolicy(planning.offsets());
        this.layout = layout;
        this.organizer = smtp.fromAddress();
        this.clock = clock;
    }

    Uni<Draft> transactional(Delivery delivery, Recipient to, Language language) {
        VisitFacts facts = VisitFacts.from(delivery.facts());
        return visits.find(facts.appointmentId(), facts.doctorId(), facts.locationId()).map(found -> found
                .map(visit -> draft(delivery, to, language, facts, visit))
                .orElseGet(() -> Draft.nothing(Verdict.dead("no such visit"))));
    }

    Uni<Draft> reminder(Delivery delivery, Recipient to, Language language, Preference preference) {
        VisitFacts facts = VisitFacts.from(delivery.facts());
        return visits.find(facts.appointmentId(), facts.doctorId(), facts.locationId()).map(found -> found
                .map(visit -> reminder(delivery, to, language, preference, visit))
                .orElseGet(() -> Draft.nothing(Verdict.voided("no such visit"))));
    }

    private Draft reminder(Delivery delivery, Recipient to, Language language, Preference preference, Visit visit) {
        VisitFacts facts = VisitFacts.from(delivery.facts());
        Duration offset = Duration.ofMinutes(delivery.facts().getLong("offsetMinutes"));
        Decision decision = reminders.decide(new Situation(facts.start(), offset, facts.version(), visit.version(),
                visit.status(), preference.wantsEmailReminders(), preference.quietHours(), to.zone()), clock.instant());
        if (decision.voidReason().isPresent()) {
            return Draft.nothing(Verdict.voided(decision.voidReason().get()));
        }
        return decision.later().map(when -> Draft.later(delivery, when))
                .orElseGet(() -> draft(delivery, to, language, facts, visit));
    }

    private Draft draft(Delivery delivery, Recipient to, Language language, VisitFacts facts, Visit visit) {
        Optional<CalendarFile> calendar = delivery.kind().carriesCalendar()
                ? Optional.of(
                        VisitCalendar.file(delivery.kind(), language, facts, visit, new Parties(organizer, to.email())))
                : Optional.empty();
        return Draft.of(new OutgoingMail(delivery.id(), to.email(),
                layout.render(letters.letter(delivery.kind(), to, language, facts, visit), calendar)));
    }
}
