package dev.smartdoctor.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;

/**
 * Reads {@code session.revoked} from auth.events without a consumer group, since every replica must hear of it, and within
 * two seconds. Where the stream was away, {@link RevocationPull} makes up for what was missed.
 */
@ApplicationScoped
public class RevocationStream {
    private static final Logger LOG = Logger.getLogger(RevocationStream.class);
    private static final String STREAM = "auth.events";
    private static final Duration BLOCK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Redis redis;
    private final RevokedSessions revoked;
    private final RevocationPull pull;
    private final Vertx vertx;
    private final Clock clock;
    private final boolean enabled;
    private volatile boolean stopped;
    private volatile boolean interrupted;

    RevocationStream(@RedisClientName("stream") Redis redis, RevokedSessions revoked, RevocationPull pull, Vertx vertx,
            Clock clock, @ConfigProperty(name = "platform.revocation.stream", defaultValue = "true") boolean enabled) {
        this.redis = redis;
        this.revoked = revoked;
        this.pull = pull;
        this.vertx = vertx;
        this.clock = clock;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            readOn();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /**
     * Finds the end of the stream and reads on from there. Not by "$": between two reads that both say "$" an entry could slip
     * through.
     */
    private void readOn() {
        Request newest = Request.cmd(Command.XREVRANGE).arg(STREAM).arg("+").arg("-").arg("COUNT").arg(1);
        redis.send(newest).ifNoItem().after(PATIENCE).fail().subscribe().with(
                this::reached, this::away);
    }

    private void reached(Response newest) {
        if (interrupted) {
            interrupted = false;
            pull.pullNow();
        }
        readAfter(newest.size() == 0 ? "0-0" : newest.get(0).get(0).toString());
    }

    private void readAfter(String lastId) {
        if (stopped) {
            return;
        }
        Request read = Request.cmd(Command.XREAD).arg("COUNT").arg(256).arg("BLOCK").arg(BLOCK.toMillis())
                .arg("STREAMS").arg(STREAM).arg(lastId);
        redis.send(read).ifNoItem().after(BLOCK.plus(PATIENCE)).fail()
                .map(answer -> answer == null ? lastId : accept(answer, lastId))
                .subscribe().with(this::readAfter, this::away);
    }

    private void away(Throwable failure) {
        if (stopped) {
            return;
        }
        if (!interrupted) {
            LOG.warnf("The revocation stream is away: %s", failure.toString());
        }
        interrupted = true;
        vertx.setTimer(AFTER_FAILURE.toMillis(), timer -> readOn());
    }

    private String accept(Response answer, String lastId) {
        String last = lastId;
        for (Response entry : answer.get(STREAM)) {
            last = entry.get(0).toString();
            Response fields = entry.get(1);
            if ("session.revoked".equals(text(fields, "type"))) {
                revoke(text(fields, "payload"));
            }
        }
        return last;
    }

    private void revoke(String payload) {
        try {
            revoked.revoke(UUID.fromString(new JsonObject(payload).getString("sessionId")), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("An event session.revoked could not be read", e);
        }
    }

    /** Stream fields arrive as a flat list of names and values. */
    private static String text(Response fields, String name) {
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if (name.equals(fields.get(i).toString())) {
                return fields.get(i + 1).toString();
            }
        }
        return null;
    }
}
