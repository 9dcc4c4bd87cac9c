package dev.smartdoctor.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.device.Networks;
import dev.smartdoctor.auth.mailtoken.DerivedCodes;
import dev.smartdoctor.auth.mailtoken.Purpose;
import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The one way in which a password may be checked: reserve, check, settle. An attempt from a device that the account knows
 * has a count of its own, so nobody's guessing keeps the owner out; all other attempts share the count of the account and
 * that of their address. No connection is held while the work (the hash) runs.
 */
@ApplicationScoped
public class SignInThrottle {
    private static final int UNLIMITED = 1_000_000;
    private static final int LONGEST_LINE = 64;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int MOST_LOOKS = 100;

    private final ThrottleRepository counts;
    private final Transactions transactions;
    private final DerivedCodes codes;
    private final Clock clock;
    private final Vertx vertx;
    private final ThrottlePolicy accountPolicy;
    private final ThrottlePolicy addressPolicy;
    private final boolean addressesLimited;
    private final AttemptGate gate;

    SignInThrottle(ThrottleRepository counts, Transactions transactions, DerivedCodes codes, Clock clock, Vertx vertx,
            ThrottleConfig config) {
        this.counts = counts;
        this.transactions = transactions;
        this.codes = codes;
        this.clock = clock;
        this.vertx = vertx;
        this.accountPolicy = new ThrottlePolicy(
                new ThrottleLimit("sign-in-account", config.freeFailures(), config.forgetAfter()), config.firstDelay(),
                config.longestDelay(), config.reservationLifetime());
        this.addressPolicy = new ThrottlePolicy(
                new ThrottleLimit("sign-in-address", config.addressFreeFailures(), config.addressLongestDelay()),
                config.firstDelay(), config.addressLongestDelay(), config.reservationLifetime());
        this.addressesLimited = config.addressFreeFailures() < UNLIMITED;
        this.gate = new AttemptGate(accountPolicy.limit(), LONGEST_LINE);
    }

    /**
     * Runs the work if the attempt is let through. The work fails with {@link InvalidCredentials} for a wrong password;
     * every other outcome is no guess. It runs to its end even if the caller goes away, so a guesser gains nothing by
     * hanging up.
     */
    public <T> Uni<T> guard(Attempt attempt, Supplier<Uni<T>> work) {
        List<Key> keys = keys(attempt);
        String lane = HexFormat.of().formatHex(keys.get(0).bytes());
        Uni<T> guarded = gate.enter(lane)
                .chain(() -> reserve(keys, MOST_LOOKS)
                        .chain(() -> work.get()
                                .call(() -> settle(keys, Outcome.SUCCESS))
                                .onFailure().call(failure -> settle(keys, outcome(failure))))
                        .onTermination().invoke(() -> gate.leave(lane)));
        return Uni.createFrom().emitter(emitter -> guarded.subscribe().with(emitter::complete, emitter::fail));
    }

    /** The account's key comes first: it decides the lane. */
    private List<Key> keys(Attempt attempt) {
        if (attempt.knownDevice().isPresent()) {
            return List.of(key("known " + attempt.knownDevice().get() + " " + attempt.emailKey(), accountPolicy, true));
        }
        Key account = key("unknown " + attempt.emailKey(), accountPolicy, true);
        return addressesLimited
                ? List.of(account, key("address " + Networks.limited(attempt.address()), addressPolicy, false))
                : List.of(account);
    }

    private Key key(String text, ThrottlePolicy policy, boolean forgives) {
        return new Key(codes.digest(Purpose.THROTTLE, text), policy, forgives);
    }

    private Uni<Void> reserve(List<Key> keys, int looks) {
        return transactions.inTransaction(tx -> reserve(tx, keys, clock.instant())).chain(decision -> {
            if (decision instanceof ThrottleDecision.Refused refused) {
                return Uni.createFrom().failure(new TooManyAttempts(refused.retryAfter(), refused.limit()));
            }
            if (decision instanceof ThrottleDecision.Granted) {
                return Uni.createFrom().voidItem();
            }
            return looks == 0
                    ? Uni.createFrom().failure(new TooManyAttempts(LOOK_AGAIN, accountPolicy.limit()))
                    : pause().chain(() -> reserve(keys, looks - 1));
        });
    }

    /** All keys or none: the first that does not grant decides. */
    private Uni<ThrottleDecision> reserve(SqlConnection tx, List<Key> keys, Instant now) {
        return lockAll(tx, sorted(keys), now, List.of()).chain(locked -> {
            for (Locked row : locked) {
                ThrottleDecision decision = row.key().policy().decide(row.state(), now);
                if (!(decision instanceof ThrottleDecision.Granted)) {
                    return Uni.createFrom().item(decision);
                }
            }
            return writeAll(tx, locked.stream().map(row -> new Locked(row.key(), granted(row, now))).toList())
                    .replaceWith(new ThrottleDecision.Granted(ThrottleState.FRESH));
        });
    }

    private static ThrottleState granted(Locked row, Instant now) {
        return ((ThrottleDecision.Granted) row.key().policy().decide(row.state(), now)).state();
    }

    private Uni<Void> settle(List<Key> keys, Outcome outcome) {
        Instant now = clock.instant();
        return transactions.inTransaction(tx -> lockAll(tx, sorted(keys), now, List.of())
                .chain(locked -> writeAll(tx,
                        locked.stream().map(row -> new Locked(row.key(), settled(row, outcome, now))).toList())));
    }

    private static ThrottleState settled(Locked row, Outcome outcome, Instant now) {
        ThrottlePolicy policy = row.key().policy();
        return switch (outcome) {
            case WRONG -> policy.failed(row.state(), now);
            case NOT_CHECKED -> policy.released(row.state(), now);
            case SUCCESS ->
                row.key().forgives() ? policy.succeeded(row.state(), now) : policy.released(row.state(), now);
        };
    }

    private Uni<List<Locked>> lockAll(SqlConnection tx, List<Key> keys, Instant now, List<Locked> done) {
        if (done.size() == keys.size()) {
            return Uni.createFrom().item(done);
        }
        Key key = keys.get(done.size());
        return counts.lock(tx, key.bytes(), now)
                .map(state -> Stream.concat(done.stream(), Stream.of(new Locked(key, state)))
                        .toList())
                .chain(more -> lockAll(tx, keys, now, more));
    }

    private Uni<Void> writeAll(SqlConnection tx, List<Locked> rows) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Locked row : rows) {
            written = written.chain(() -> counts.write(tx, row.key().bytes(), row.state()));
        }
        return written;
    }

    /** In one order everywhere, so that two attempts never hold what the other waits for. */
    private static List<Key> sorted(List<Key> keys) {
        return keys.stream().sorted(Comparator.comparing(key -> HexFormat.of().formatHex(key.bytes()))).toList();
    }

    private Uni<Void> pause() {
        return Uni.createFrom()
                .emitter(emitter -> vertx.setTimer(LOOK_AGAIN.toMillis(), ignored -> emitter.complete(null)));
    }

    private static Outcome outcome(Throwable failure) {
        return failure instanceof InvalidCredentials ? Outcome.WRONG : Outcome.NOT_CHECKED;
    }

    private enum Outcome {
        SUCCESS, WRONG, NOT_CHECKED
    }

    private record Key(byte[] bytes, ThrottlePolicy policy, boolean forgives) {}

    private record Locked(Key key, ThrottleState state) {}
}
