package dev.smartdoctor.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.jboss.logging.Logger;

import dev.smartdoctor.notification.delivery.MailDelivery.Reached;
import dev.smartdoctor.notification.planning.MessagesPlanned;
import dev.smartdoctor.notification.smtp.SmtpConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Keeps as many mails under way as there are connections to the mail server, and no more. Everything here runs on one event
 * loop; each try gets a context of its own, which database sessions and traces are bound to.
 */
@ApplicationScoped
public class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

    private final DeliveryRepository repository;
    private final MailDelivery mails;
    private final DeliveryConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final int places;
    private final OutagePause outage;
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Set<Delivery> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

    private Context loop;
    private boolean claiming;
    private boolean askedAgain;
    private boolean moreWaiting;
    private boolean stopping;

    DeliveryWorker(DeliveryRepository repository, MailDelivery mails, DeliveryConfig config, SmtpConfig smtp,
            Vertx vertx,
            Clock clock) {
        this.repository = repository;
        this.mails = mails;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.places = smtp.connections();
        this.outage = new OutagePause(config.firstPause(), config.longestPauseAway());
    }

    void start(@Observes StartupEvent event) {
        loop = vertx.getOrCreateContext();
        every(config.sweep(), this::fill);
        every(config.heartbeat(), this::renewAndRecover);
    }

    /** Before the database and the mail client close. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        if (loop == null) {
            return;
        }
        onLoop(() -> {
            stopping = true;
            releaseWhenDrained();
        });
        if (!drained.await(config.drain().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Mails were still under way; they will be tried again under the same Message-ID");
        }
    }

    void planned(@Observes MessagesPlanned event) {
        wake();
    }

    /** Something is due now. */
    void wake() {
        if (loop != null) {
            onLoop(this::fill);
        }
    }

    private void fill() {
        if (claiming || stopping) {
            askedAgain = true;
            return;
        }
        int free = outage.permits(places - underWay.size(), underWay.size(), clock.instant());
        if (free <= 0) {
            return;
        }
        claiming = true;
        repository.claim(free).subscribe().with(
                claimed -> onLoop(() -> claimed(claimed, free)),
                failure -> onLoop(() -> notClaimed(failure)));
    }

    private void claimed(List<Delivery> claimed, int asked) {
        claiming = false;
        moreWaiting = claimed.size() == asked;
        claimed.forEach(this::begin);
        if (askedAgain) {
            askedAgain = false;
            fill();
        }
    }

    private void notClaimed(Throwable failure) {
        claiming = false;
        LOG.warnf("Due mails cannot be read at the moment: %s", failure.toString());
    }

    private void begin(Delivery delivery) {
        underWay.add(delivery);
        Context own = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(run -> mails.attempt(delivery).subscribe().with(
                reached -> onLoop(() -> finished(delivery, reached)),
                failure -> onLoop(() -> interrupted(delivery, failure))));
    }

    private void finished(Delivery delivery, Reached reached) {
        if (reached == Reached.YES) {
            outage.reached();
        } else if (reached == Reached.NO) {
            outage.missed(clock.instant());
        }
        leave(delivery);
    }

    /** The row could not be marked: it stays as it is, and its lease or its due time brings it back. */
    private void interrupted(Delivery delivery, Throwable failure) {
        LOG.warnf("Delivery %s could not be recorded: %s", delivery.id(), failure.toString());
        leave(delivery);
    }

    private void leave(Delivery delivery) {
        underWay.remove(delivery);
        releaseWhenDrained();
        if (moreWaiting) {
            fill();
        }
    }

    private void releaseWhenDrained() {
        if (stopping && underWay.isEmpty()) {
            drained.countDown();
        }
    }

    private void renewAndRecover() {
        repository.renewAndRecover(underWay.stream().map(Delivery::id).toList()).subscribe().with(
                recovered -> {
                    if (recovered > 0) {
                        LOG.warnf(
                                "Of %d mails nobody knows whether they arrived; they are tried again under the same Message-ID",
                                recovered);
                        wake();
                    }
                },
                failure -> LOG.warnf("Leases cannot be renewed at the moment: %s", failure.toString()));
    }

    private void every(Duration period, Runnable work) {
        vertx.setPeriodic(period.toMillis(), timer -> onLoop(work));
    }

    private void onLoop(Runnable work) {
        loop.runOnContext(run -> work.run());
    }
}
