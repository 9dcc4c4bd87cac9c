package dev.smartdoctor.notification.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.smartdoctor.notification.smtp.MailTransport;
import dev.smartdoctor.notification.smtp.OutgoingMail;
import dev.smartdoctor.notification.smtp.SmtpFailure;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/**
 * One try: write the mail, mark the row as sending, hand the mail over, mark it as sent. Nothing comes between the marks and the
 * dialogue, so the stretch in which a crash leaves the outcome unknown is as short as the dialogue itself.
 */
@ApplicationScoped
public class MailDelivery {
    private static final Logger LOG = Logger.getLogger(MailDelivery.class);

    private final MailWriter writer;
    private final MailTransport transport;
    private final DeliveryRepository repository;
    private final DeliveryConfig config;
    private final RetryPolicy policy;
    private final Clock clock;

    MailDelivery(MailWriter writer, MailTransport transport, DeliveryRepository repository, DeliveryConfig config,
            Clock clock) {
        this.writer = writer;
        this.transport = transport;
        this.repository = repository;
        this.config = config;
        this.policy = new RetryPolicy(config, () -> ThreadLocalRandom.current().nextDouble());
        this.clock = clock;
    }

    /** What a try says of the mail server. */
    enum Reached {
        YES, NO, NOT_TRIED
    }

    Uni<Reached> attempt(Delivery delivery) {
        return Uni.createFrom().deferred(() -> writer.write(delivery))
                .onFailure().recoverWithItem(failure -> notWritten(delivery, failure))
                .flatMap(draft -> draft.mail().isPresent()
                        ? send(delivery, draft.mail().get())
                        : conclude(delivery, draft.verdict().orElseThrow()).replaceWith(Reached.NOT_TRIED));
    }

    private Draft notWritten(Delivery delivery, Throwable failure) {
        LOG.debugf(failure, "Delivery %s could not be written", delivery.id());
        return Draft.nothing(policy.afterWriting(delivery, failure, clock.instant()));
    }

    private Uni<Reached> send(Delivery delivery, OutgoingMail mail) {
        return repository.begin(delivery)
                .flatMap(ours -> ours ? dialogue(delivery, mail) : Uni.createFrom().item(Reached.NOT_TRIED));
    }

    private Uni<Reached> dialogue(Delivery delivery, OutgoingMail mail) {
        return transport.send(mail)
                .ifNoItem().after(config.dialogue()).fail()
                .map(accepted -> Optional.<SmtpFailure>empty())
                .onFailure(SmtpFailure.class).recoverWithItem(failure -> Optional.of(failure))
                .onFailure(TimeoutException.class).recoverWithItem(late -> Optional.of(SmtpFailure.brokenOff(late)))
                .flatMap(failure -> failure.isEmpty()
                        ? recorded(repository.sent(delivery)).replaceWith(Reached.YES)
                        : failed(delivery, failure.get()));
    }

    private Uni<Reached> failed(Delivery delivery, SmtpFailure failure) {
        Reached reached = failure.kind() == SmtpFailure.Kind.SERVER_AWAY ? Reached.NO : Reached.YES;
        return recorded(conclude(delivery, policy.afterDialogue(delivery, failure, clock.instant())))
                .replaceWith(reached);
    }

    /** Only this process knows how the dialogue ended, so it outlasts a database that is away: forgetting means mailing twice. */
    private Uni<Void> recorded(Uni<Void> outcome) {
        return outcome.onFailure()
                .invoke(failure -> LOG.warnf("The outcome of a mail is recorded later: %s", failure.toString()))
                .onFailure().retry().withBackOff(config.firstPauseRecording(), config.longestPauseRecording())
                .expireIn(config.giveUpRecordingAfter().toMillis());
    }

    private Uni<Void> conclude(Delivery delivery, Verdict verdict) {
        LOG.infof("Delivery %s (%s), attempt %d: %s, %s", delivery.id(), delivery.kind().code(), delivery.attempt(),
                verdict.state().code(), verdict.reason());
        return repository.conclude(delivery, verdict);
    }
}
