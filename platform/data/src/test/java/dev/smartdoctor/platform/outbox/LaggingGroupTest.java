package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/** Two groups that confirm the same events, one of which is away or slow. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class LaggingGroupTest extends OutboxApart {
    private final Reader one = new Reader("one");
    private final Reader two = new Reader("two");

    @Test
    void whoIsAwayDoesNotHoldUpTheOther() {
        List<DomainEvent> events = ofOneAggregate(3);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        for (int i = 0; i < 3; i++) {
            round(relay);
            one.readAndConfirm();
        }

        assertThat(one.heard).isEqualTo(ids(events));
        assertThat(two.read()).as("for the other it is still the first one's turn").containsExactly(events.get(0).id());
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void whoComesBackHearsEverythingInOrder() {
        List<DomainEvent> events = ofOneAggregate(3);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        for (int i = 0; i < 3; i++) {
            round(relay);
            one.readAndConfirm();
        }
        for (int i = 0; i < 3; i++) {
            two.readAndConfirm();
            round(relay);
        }

        assertThat(two.heard).isEqualTo(ids(events));
        assertThat(one.read()).as("what is repeated for the other may be heard again").isSubsetOf(ids(events));
        assertThat(rows()).isZero();
    }

    @Test
    void emptiedStreamLosesNothingOfWhatTheOneWhoIsAwayHasToHear() {
        List<DomainEvent> events = ofOneAggregate(3);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        for (int i = 0; i < 3; i++) {
            round(relay);
            one.readAndConfirm();
        }
        empty();

        for (int i = 0; i < 3; i++) {
            makeDue();
            round(relay);
            assertThat(published()).as("one at a time").hasSize(i + 1);
            two.readAndConfirm();
        }
        assertThat(two.heard).isEqualTo(ids(events));
        assertThat(rows()).isZero();
    }

    @Test
    void isNotToldTwiceThatAGroupMayHaveWhatItHas() {
        List<DomainEvent> events = ofOneAggregate(1);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        round(relay);
        confirm(events, "one");
        makeDue();
        round(relay);
        assertThat(published()).hasSize(1);
    }

    /** Two relays, two readers at their own pace, and a stream that is emptied now and then. */
    @Test
    void everyGroupHearsEachAggregateInOrderWhateverHappens() {
        for (int seed = 1; seed <= 8; seed++) {
            one.forget();
            two.forget();
            Random random = new Random(seed);
            List<List<DomainEvent>> aggregates = List.of(ofOneAggregate(6), ofOneAggregate(6), ofOneAggregate(6));
            OutboxRelay first = relay(new EventStream(redis));
            OutboxRelay second = relay(new EventStream(redis));
            for (int step = 0; step < 400 && (step < 6 || rows() > 0); step++) {
                if (step < 6) {
                    int version = step;
                    append(aggregates.stream().map(events -> events.get(version)).toList());
                }
                if (random.nextInt(8) == 0) {
                    empty();
                }
                makeDue();
                Uni<Void> confirmations = Uni.combine().all().unis(
                        random.nextInt(3) > 0 ? one.readingAndConfirming() : Uni.createFrom().voidItem(),
                        random.nextInt(6) == 0 ? two.readingAndConfirming() : Uni.createFrom().voidItem())
                        .discardItems();
                Uni.combine().all().unis(first.round(), second.round(), confirmations).discardItems().await()
                        .atMost(PATIENCE);
            }
            assertThat(rows()).as("seed %d: all is confirmed", seed).isZero();
            for (List<DomainEvent> events : aggregates) {
                assertThat(one.heardOf(events)).as("seed %d", seed).isEqualTo(ids(events));
                assertThat(two.heardOf(events)).as("seed %d", seed).isEqualTo(ids(events));
            }
        }
    }

    private static List<UUID> ids(List<DomainEvent> events) {
        return events.stream().map(DomainEvent::id).toList();
    }

    private void empty() {
        redis.sendAndAwait(Request.cmd(Command.DEL).arg(stream));
        one.place = "-";
        two.place = "-";
    }

    /** Does what a consumer group does: reads on, passes over what is withheld, hears the rest once, and confirms it. */
    private final class Reader {
        private final String group;
        private final List<UUID> heard = new ArrayList<>();
        private final Set<UUID> inbox = new HashSet<>();
        private String place = "-";

        private Reader(String group) {
            this.group = group;
        }

        private List<UUID> read() {
            List<UUID> events = new ArrayList<>();
            for (Response entry : redis.sendAndAwait(Request.cmd(Command.XRANGE).arg(stream).arg(place).arg("+"))) {
                place = "(" + entry.get(0);
                Map<String, String> fields = new HashMap<>();
                for (int i = 0; i + 1 < entry.get(1).size(); i += 2) {
                    fields.put(entry.get(1).get(i).toString(), entry.get(1).get(i + 1).toString());
                }
                if (!EventFields.isWithheldFrom(group, fields)) {
                    events.add(EventFields.read(fields).id());
                }
            }
            return events;
        }

        private Uni<Void> readingAndConfirming() {
            List<UUID> events = read();
            events.stream().filter(inbox::add).forEach(heard::add);
            return events.isEmpty() ? Uni.createFrom().voidItem() : confirmingIds(events, group);
        }

        private void readAndConfirm() {
            readingAndConfirming().await().atMost(PATIENCE);
        }

        private List<UUID> heardOf(List<DomainEvent> aggregate) {
            return heard.stream().filter(ids(aggregate)::contains).toList();
        }

        private void forget() {
            heard.clear();
            inbox.clear();
            empty();
        }
    }
}
