package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import dev.smartdoctor.platform.testing.ExampleEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/** The example entries are what the outbox and its relay make of such events, to the last field. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class ExampleEntriesTest extends OutboxApart {

    @Test
    void everyExampleIsPublishedAsItStands() {
        List<Map<String, String>> examples = ExampleEvents.STREAMS.stream()
                .flatMap(name -> ExampleEvents.types(name).stream()).map(ExampleEvents::fields).toList();
        outbox = new Outbox(config(List.of()), new RelayWakeUp());
        append(examples.stream().map(EventFields::read).toList());
        OutboxRelay relay = relay(new EventStream(redis));

        // Of one aggregate only the first is published in a round.
        examples.forEach(example -> round(relay));

        assertThat(entries()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(examples);
    }

    private List<Map<String, String>> entries() {
        List<Map<String, String>> entries = new ArrayList<>();
        for (Response entry : redis.sendAndAwait(Request.cmd(Command.XRANGE).arg(stream).arg("-").arg("+"))) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i + 1 < entry.get(1).size(); i += 2) {
                fields.put(entry.get(1).get(i).toString(), entry.get(1).get(i + 1).toString());
            }
            entries.add(fields);
        }
        return entries;
    }
}
