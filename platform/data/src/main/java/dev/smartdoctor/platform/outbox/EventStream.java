package dev.smartdoctor.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/** The Redis stream of this service's events, as the relay sees it. */
@ApplicationScoped
class EventStream {
    /** A relay waits with a transaction open, so not for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Redis redis;

    EventStream(Redis redis) {
        this.redis = redis;
    }

    /** Appends in order, in one round trip; answers the ids of the entries. */
    Uni<List<String>> publish(String stream, List<OutboxTable.Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Request> commands = new ArrayList<>(entries.size());
        for (OutboxTable.Entry entry : entries) {
            Request add = Request.cmd(Command.XADD).arg(stream).arg("*");
            EventFields.write(entry.event(), entry.withheldFrom()).forEach((name, value) -> add.arg(name).arg(value));
            commands.add(add);
        }
        return redis.batch(commands).ifNoItem().after(PATIENCE).fail()
                .map(answers -> answers.stream().map(Response::toString).toList());
    }

    /** For each entry id, whether the stream still holds it: Redis may have been emptied, or restored from before. */
    Uni<List<Boolean>> holds(String stream, List<String> entryIds) {
        if (entryIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Request> commands = entryIds.stream()
                .map(id -> Request.cmd(Command.XRANGE).arg(stream).arg(id).arg(id))
                .toList();
        return redis.batch(commands).ifNoItem().after(PATIENCE).fail()
                .map(answers -> answers.stream().map(found -> found.size() > 0).toList());
    }

    /** Drops the oldest entries; callers make sure that nobody needs them any more. */
    Uni<Void> trimBelow(String stream, String entryId) {
        return redis.send(Request.cmd(Command.XTRIM).arg(stream).arg("MINID").arg("~").arg(entryId)).replaceWithVoid();
    }

    /** The id below which the stream holds more than this many newer entries; null where it is shorter. */
    Uni<String> idOfNewest(String stream, int count) {
        return redis.send(Request.cmd(Command.XLEN).arg(stream))
                .chain(length -> length.toLong() <= count ? Uni.createFrom().nullItem() : newest(stream, count));
    }

    private Uni<String> newest(String stream, int count) {
        Request read = Request.cmd(Command.XREVRANGE).arg(stream).arg("+").arg("-").arg("COUNT").arg(count);
        return redis.send(read).map(entries -> entries.get(entries.size() - 1).get(0).toString());
    }
}
