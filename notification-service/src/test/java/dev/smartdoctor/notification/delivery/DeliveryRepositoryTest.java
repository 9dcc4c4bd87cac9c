package dev.smartdoctor.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

/** Two processes and one row. The rows here are due in a year, so that the service's own worker never touches them. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class DeliveryRepositoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Mailroom room;

    @Inject
    Transactions transactions;

    @Inject
    DeliveryConfig config;

    @Inject
    Clock clock;

    private final UUID account = UUID.randomUUID();

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @Test
    void whoeverClaimedEarlierSendsNothingAndChangesNothing() {
        UUID id = row("due", 2);
        DeliveryRepository late = process();
        assertThat(begins(late, attempt(id, 1))).isFalse();
        late.sent(attempt(id, 1)).await().atMost(PATIENCE);
        late.conclude(attempt(id, 1), Verdict.dead("late")).await().atMost(PATIENCE);
        assertThat(state(id)).isEqualTo("due");
        assertThat(begins(process(), attempt(id, 2))).isTrue();
        assertThat(state(id)).isEqualTo("sending");
    }

    @Test
    void nobodyBeginsWhatIsBeingSentOrIsDone() {
        for (String state : new String[]{ "sending", "sent", "dead", "void" }) {
            assertThat(begins(process(), attempt(row(state, 1), 1))).as(state).isFalse();
        }
    }

    @Test
    void livingProcessKeepsItsMailsUnderWay() {
        UUID id = row("due", 1);
        DeliveryRepository ours = process();
        begins(ours, attempt(id, 1));
        String before = leasedUntil(id);
        MutableClock.advance(Duration.ofSeconds(4));
        process().renewAndRecover(List.of(id)).await().atMost(PATIENCE);
        assertThat(leasedUntil(id)).as("another's heartbeat").isEqualTo(before);
        ours.renewAndRecover(List.of(id)).await().atMost(PATIENCE);
        assertThat(Instant.parse(leasedUntil(id))).isAfter(Instant.parse(before).plusSeconds(3));
        assertThat(state(id)).isEqualTo("sending");
    }

    @Test
    void mailOfADeadProcessMayHaveArrived() {
        UUID id = row("due", 1);
        begins(process(), attempt(id, 1));
        MutableClock.advance(config.lease().plusSeconds(1));
        process().renewAndRecover(List.of()).await().atMost(PATIENCE);
        mayHaveArrived(id);
    }

    /** Where the database was away when the mark was set or taken back. */
    @Test
    void mailThatALivingProcessKnowsNothingOfMayHaveArrived() {
        UUID id = row("due", 1);
        DeliveryRepository ours = process();
        begins(ours, attempt(id, 1));
        MutableClock.advance(config.lease().plusSeconds(1));
        ours.renewAndRecover(List.of(UUID.randomUUID())).await().atMost(PATIENCE);
        mayHaveArrived(id);
    }

    @Test
    void senderHasTimeToTellWhatBecameOfAMailWhoseLeaseRanOut() {
        UUID id = row("due", 1);
        DeliveryRepository sender = process();
        begins(sender, attempt(id, 1));
        MutableClock.advance(config.lease().plusSeconds(1));
        process().renewAndRecover(List.of()).await().atMost(PATIENCE);
        assertThat(claimed()).as("at once").doesNotContain(id);

        sender.sent(attempt(id, 1)).await().atMost(PATIENCE);
        MutableClock.advance(config.longestPauseRecording().multipliedBy(2).plusSeconds(1));
        assertThat(claimed()).as("after its sender has told").doesNotContain(id);
        assertThat(state(id)).isEqualTo("sent");
    }

    @Test
    void claimedRowIsDueForNobodyElseWhileItIsWritten() {
        UUID id = row("due", 0);
        MutableClock.advance(Duration.ofDays(366));
        process().claim(1000).await().atMost(PATIENCE);
        assertThat(process().claim(1000).await().atMost(PATIENCE)).extracting(Delivery::id).doesNotContain(id);
        room.change("update delivery set state = 'void' where id = $1", id);
    }

    private DeliveryRepository process() {
        return new DeliveryRepository(transactions, config, clock);
    }

    private List<UUID> claimed() {
        return process().claim(1000).await().atMost(PATIENCE).stream().map(Delivery::id).toList();
    }

    private static boolean begins(DeliveryRepository process, Delivery delivery) {
        return process.begin(delivery).await().atMost(PATIENCE);
    }

    private Delivery attempt(UUID id, int attempt) {
        return new Delivery(id, account, MessageKind.PASSWORD_CHANGED, DeliveryState.DUE, new JsonObject(), attempt,
                Instant.now());
    }

    private UUID row(String state, int attempts) {
        UUID id = UUID.randomUUID();
        room.change("""
                insert into delivery (id, event_id, account_id, channel, kind, state, facts, attempts, next_attempt_at,
                    leased_until, leased_by, created_at)
                values ($1, $1, $2, 'email', 'password_changed', $3, '{}', $4, now() + interval '1 year',
                    now() + interval '1 year', $1, now())""", id, account, state, attempts);
        return id;
    }

    private void mayHaveArrived(UUID id) {
        assertThat(state(id)).isNotIn("due", "sending");
        assertThat(room.column("select last_error from delivery where id = $1", id).get(0)).contains("nobody knows");
    }

    private String state(UUID id) {
        return room.column("select state from delivery where id = $1", id).get(0);
    }

    private String leasedUntil(UUID id) {
        return room.column("select to_char(leased_until at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from delivery where id = $1", id).get(0);
    }
}
