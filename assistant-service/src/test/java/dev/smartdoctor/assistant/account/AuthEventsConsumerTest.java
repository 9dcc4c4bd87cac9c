package dev.smartdoctor.assistant.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.assistant.AppointmentStandIn;
import dev.smartdoctor.assistant.Talk;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(AppointmentStandIn.class)
class AuthEventsConsumerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool database;

    @Inject
    Redis redis;

    @Test
    void erasedAccountLeavesNeitherWordsNorTheKeyToThem() {
        Talk gone = new Talk();
        Talk stays = new Talk();
        for (Talk talk : new Talk[]{ gone, stays }) {
            talk.proposal("I want to see a cardiologist", "1");
        }
        erased(gone.patient());
        await().atMost(PATIENCE).until(() -> count("owner_key", gone) == 0);
        assertThat(count("conversation", gone)).isZero();
        assertThat(count("proposal", gone)).isZero();
        assertThat(count("owner_key", stays)).isEqualTo(1);
        stays.call().get(stays.path() + "/messages").then().statusCode(200);
    }

    private void erased(UUID account) {
        new ExampleStream(redis, "auth.events").publish(ExampleEvents.about("account.erased",
                Map.of("accountId", account)));
    }

    private long count(String table, Talk talk) {
        return database.preparedQuery("select count(*) from " + table + " where owner_id = $1")
                .executeAndAwait(Tuple.of(talk.patient())).iterator().next().getLong(0);
    }
}
