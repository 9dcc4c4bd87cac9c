package dev.smartdoctor.platform.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/**
 * One consumer of one group on one stream, in Redis' commands. Reads go over a connection of their own, since they block;
 * acknowledgements over the common ones.
 */
final class ConsumerGroup {
    /** Beyond this an answer is taken for lost, as when a network swallows packets without closing the connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Redis blocking;
    private final Redis redis;
    private final String stream;
    private final String group;
    private final String consumer;

    ConsumerGroup(Redis blocking, Redis redis, String stream, String group, String consumer) {
        this.blocking = blocking;
        this.redis = redis;
        this.stream = stream;
        this.group = group;
        this.consumer = consumer;
    }

    String name() {
        return group;
    }

    /** From the beginning of the stream: after Redis was emptied, what was published meanwhile must not be passed over. */
    Uni<Void> create() {
        Request create = Request.cmd(Command.XGROUP).arg("CREATE").arg(stream).arg(group).arg("0").arg("MKSTREAM");
        return redis.send(create).ifNoItem().after(PATIENCE).fail().replaceWithVoid()
                .onFailure(failure -> has(failure, "BUSYGROUP")).recoverWithNull();
    }

    Uni<List<StreamEntry>> readNew(int most, Duration block) {
        Request read = Request.cmd(Command.XREADGROUP).arg("GROUP").arg(group).arg(consumer).arg("COUNT").arg(most)
                .arg("BLOCK").arg(block.toMillis()).arg("STREAMS").arg(stream).arg(">");
        return blocking.send(read).ifNoItem().after(block.plus(PATIENCE)).fail()
                .map(answer -> answer == null ? List.of() : entries(answer.get(stream)));
    }

    /** Takes over what a consumer (perhaps this one, before it was restarted) read but never acknowledged. */
    Uni<List<StreamEntry>> claim(int most, Duration idle) {
        Request claim = Request.cmd(Command.XAUTOCLAIM).arg(stream).arg(group).arg(consumer).arg(idle.toMillis())
                .arg("0").arg("COUNT").arg(most);
        return redis.send(claim).ifNoItem().after(PATIENCE).fail().map(answer -> entries(answer.get(1)));
    }

    Uni<Void> acknowledge(List<StreamEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request acknowledge = Request.cmd(Command.XACK).arg(stream).arg(group);
        entries.forEach(entry -> acknowledge.arg(entry.entryId()));
        return redis.send(acknowledge).ifNoItem().after(PATIENCE).fail().replaceWithVoid();
    }

    /** True where the stream or the group is gone, as after FLUSHALL. */
    static boolean isGroupMissing(Throwable failure) {
        return has(failure, "NOGROUP") || has(failure, "UNBLOCKED");
    }

    private static boolean has(Throwable failure, String word) {
        return failure.getMessage() != null && failure.getMessage().contains(word);
    }

    private static List<StreamEntry> entries(Response list) {
        List<StreamEntry> entries = new ArrayList<>();
        if (list != null) {
            for (Response entry : list) {
                // Redis 6.2 answers null for a claimed entry that was trimmed away.
                if (entry != null && entry.size() == 2) {
                    entries.add(StreamEntry.read(entry));
                }
            }
        }
        return entries;
    }
}
