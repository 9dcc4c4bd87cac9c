package dev.smartdoctor.notification.delivery;

import java.time.Instant;
import java.util.Optional;

import dev.smartdoctor.notification.smtp.OutgoingMail;

/** What came of writing a mail: the mail, or a verdict that there is nothing to send now. Exactly one of the two is there. */
record Draft(Optional<OutgoingMail> mail, Optional<Verdict> verdict) {

    static Draft of(OutgoingMail mail) {
        return new Draft(Optional.of(mail), Optional.empty());
    }

    static Draft nothing(Verdict verdict) {
        return new Draft(Optional.empty(), Optional.of(verdict));
    }

    static Draft later(Delivery delivery, Instant when) {
        return nothing(new Verdict(delivery.state(), when, "waits for the end of quiet hours"));
    }
}
