package dev.smartdoctor.platform.testing;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/** A stream of the Redis that the service under test reads, filled as a producer's relay would. */
public final class ExampleStream {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Redis redis;
    private final String name;

    public ExampleStream(Redis redis, String name) {
        this.redis = redis;
        this.name = name;
    }

    public void publish(Map<String, String> fields) {
        Request add = Request.cmd(Command.XADD).arg(name).arg("*");
        fields.forEach((field, value) -> add.arg(field).arg(value));
        redis.sendAndAwait(add);
    }

    /** Waits until the group was given everything that is in the stream, and has acknowledged all of it. */
    public void awaitDoneBy(String group) {
        Awaitility.await().atMost(PATIENCE).until(() -> isDoneBy(group));
    }

    private boolean isDoneBy(String group) {
        Response newest = redis.sendAndAwait(Request.cmd(Command.XREVRANGE).arg(name).arg("+").arg("-").arg("COUNT")
                .arg(1));
        for (Response each : redis.sendAndAwait(Request.cmd(Command.XINFO).arg("GROUPS").arg(name))) {
            if (group.equals(each.get("name").toString())) {
                return each.get("pending").toInteger() == 0
                        && each.get("last-delivered-id").toString().equals(newest.get(0).get(0).toString());
            }
        }
        return false;
    }
}
