package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The relay step by step. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class RelayTest extends OutboxApart {

    @Test
    void publishesOnlyTheHeadOfAnAggregateUntilItIsConfirmed() {
        outbox = new Outbox(config(List.of("one")), new RelayWakeUp());
        List<DomainEvent> events = ofOneAggregate(3);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        round(relay);
        round(relay);
        assertThat(published()).containsExactly(id(events.get(0)));
        confirm(List.of(events.get(0)), "one");
        round(relay);
        assertThat(published()).containsExactly(id(events.get(0)), id(events.get(1)));
    }

    @Test
    void forgetsAtOnceWhatNobodyMustConfirm() {
        outbox = new Outbox(config(List.of()), new RelayWakeUp());
        List<DomainEvent> events = ofOneAggregate(2);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        round(relay);
        round(relay);
        assertThat(published()).containsExactly(id(events.get(0)), id(events.get(1)));
        assertThat(rows()).isZero();
    }

    @Test
    void losesNoConfirmationWhenTwoGroupsConfirmAtOnce() {
        for (int round = 0; round < 10; round++) {
            List<DomainEvent> events = ofManyAggregates(100);
            append(events);
            List<DomainEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(round));
            Uni.combine().all().unis(confirming(events, "one"), confirming(shuffled, "two"),
                    confirming(shuffled.subList(0, 50), "one")).discardItems().await().atMost(PATIENCE);
            assertThat(rows()).isZero();
        }
    }

    @Test
    void keepsWhatCouldNotBePublished() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        failRound(relay(new EventStream(redis) {
            @Override
            Uni<List<String>> publish(String name, List<OutboxTable.Entry> batch) {
                return Uni.createFrom().failure(new IllegalStateException("killed before XADD"));
            }
        }));
        assertThat(published()).isEmpty();
        assertPublishedByTheNextRound(events, 1);
    }

    @Test
    void publishesAgainWhatItCouldNotMark() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        failRound(relay(new EventStream(redis) {
            @Override
            Uni<List<String>> publish(String name, List<OutboxTable.Entry> batch) {
                return super.publish(name, batch).chain(
                        () -> Uni.createFrom().failure(new IllegalStateException("killed after XADD")));
            }
        }));
        assertPublishedByTheNextRound(events, 2);
    }

    @Test
    void publishesAgainWhatWasMarkedWithoutACommit() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        admin.query("CREATE FUNCTION apart.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'killed at the commit'; END $$").executeAndAwait();
        admin.query("CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON apart.outbox DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION apart.refuse()").executeAndAwait();
        failRound(relay(new EventStream(redis)));
        admin.query("DROP TRIGGER refuse ON apart.outbox").executeAndAwait();
        assertPublishedByTheNextRound(events, 2);
    }

    @Test
    void survivesTheLossOfItsConnection() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        failRound(relay(new EventStream(redis) {
            @Override
            Uni<List<String>> publish(String name, List<OutboxTable.Entry> batch) {
                return super.publish(name, batch).call(() -> admin.query("SELECT pg_terminate_backend(pid)"
                        + " FROM pg_stat_activity WHERE application_name = '" + NAME + "'").execute());
            }
        }));
        // Whichever connections the pool has not yet seen close.
        await().ignoreExceptions().until(() -> rows() == 5);
        assertPublishedByTheNextRound(events, 2);
    }

    @Test
    void sharesTheWorkWithOtherRelays() {
        List<DomainEvent> events = ofManyAggregates(400);
        append(events);
        OutboxRelay one = relay(new EventStream(redis));
        OutboxRelay two = relay(new EventStream(redis));
        for (int i = 0; i < 20; i++) {
            Uni.combine().all().unis(one.round(), two.round()).discardItems().await().atMost(PATIENCE);
        }
        assertThat(published()).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void passesOverWhatAnotherRelayHolds() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        SqlConnection other = pool.getConnection().await().atMost(PATIENCE);
        try {
            other.query("BEGIN").executeAndAwait();
            other.preparedQuery("SELECT 1 FROM outbox WHERE id = $1 FOR UPDATE")
                    .executeAndAwait(Tuple.of(events.get(0).id()));
            round(relay(new EventStream(redis)));
            assertThat(published()).hasSize(4).doesNotContain(id(events.get(0)));
            other.query("ROLLBACK").executeAndAwait();
        } finally {
            other.closeAndAwait();
        }
        round(relay(new EventStream(redis)));
        assertThat(published()).hasSize(5);
    }

    @Test
    void publishesAgainWhatTheStreamNoLongerHolds() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        round(relay);
        makeDue();
        round(relay);
        assertThat(published()).as("still there, so nothing to do").hasSize(5);
        redis.sendAndAwait(Request.cmd(Command.DEL).arg(stream));
        makeDue();
        assertPublishedByTheNextRound(events, 1);
    }

    private void assertPublishedByTheNextRound(List<DomainEvent> events, int times) {
        round(relay(new EventStream(redis)));
        List<String> published = published();
        assertThat(events)
                .allSatisfy(event -> assertThat(Collections.frequency(published, id(event))).isEqualTo(times));
        confirm(events, "one");
        confirm(events, "two");
        assertThat(rows()).isZero();
    }
}
