package dev.smartdoctor.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.notification.smtp.SmtpFailure;
import dev.smartdoctor.notification.smtp.SmtpFailure.Kind;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.json.JsonObject;

class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-05-12T08:30:00Z");
    private final DeliveryConfig config = new SmallRyeConfigBuilder().withMapping(DeliveryConfig.class)
            .addDefaultInterceptors().build().getConfigMapping(DeliveryConfig.class);
    private final RetryPolicy longest = new RetryPolicy(config, () -> 1.0);
    private final RetryPolicy shortest = new RetryPolicy(config, () -> 0.0);

    @Test
    void refusedForGoodIsDead() {
        assertThat(
                longest.afterDialogue(delivery(1, DeliveryState.DUE, NOW), failure(Kind.REFUSED_FOR_GOOD), NOW).state())
                .isEqualTo(DeliveryState.DEAD);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = { "SERVER_AWAY", "REFUSED_FOR_NOW" })
    void refusedForNowIsDueAgainUnlessAnEarlierTryMayHaveArrived(Kind kind) {
        assertThat(longest.afterDialogue(delivery(1, DeliveryState.DUE, NOW), failure(kind), NOW).state())
                .isEqualTo(DeliveryState.DUE);
        assertThat(longest.afterDialogue(delivery(2, DeliveryState.UNKNOWN, NOW), failure(kind), NOW).state())
                .isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void brokenOffIsUnknownAndTriedAgain() {
        Verdict verdict = longest.afterDialogue(delivery(1, DeliveryState.DUE, NOW), failure(Kind.UNKNOWN), NOW);

        assertThat(verdict.state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(verdict.nextAttemptAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void pausesDoubleUpToTheLongestAndAreSpread() {
        assertThat(pause(longest, 3, Kind.REFUSED_FOR_NOW)).isEqualTo(Duration.ofSeconds(4));
        assertThat(pause(shortest, 3, Kind.REFUSED_FOR_NOW)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pause(longest, 60, Kind.REFUSED_FOR_NOW)).isEqualTo(Duration.ofMinutes(10));
        assertThat(pause(longest, 60, Kind.SERVER_AWAY)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void tryingEndsAfterThreeDays() {
        Delivery old = delivery(90, DeliveryState.DUE, NOW.minus(Duration.ofDays(3)).minusSeconds(1));

        assertThat(longest.afterDialogue(old, failure(Kind.SERVER_AWAY), NOW).state()).isEqualTo(DeliveryState.DEAD);
    }

    @Test
    void ownMistakesAreNotRetried() {
        Delivery delivery = delivery(1, DeliveryState.DUE, NOW);

        assertThat(longest.afterWriting(delivery, new IllegalArgumentException("No words"), NOW).state())
                .isEqualTo(DeliveryState.DEAD);
        assertThat(longest.afterWriting(delivery, new java.io.IOException("away"), NOW).state())
                .isEqualTo(DeliveryState.DUE);
    }

    @Test
    void duringAnOutageOneMailTriesTheWay() {
        OutagePause pause = new OutagePause(Duration.ofSeconds(1), Duration.ofSeconds(15));
        assertThat(pause.permits(8, 0, NOW)).isEqualTo(8);

        pause.missed(NOW);
        assertThat(pause.permits(8, 0, NOW.plusMillis(999))).isZero();
        assertThat(pause.permits(8, 0, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(pause.permits(7, 1, NOW.plusSeconds(1))).isZero();

        pause.reached();
        assertThat(pause.permits(8, 0, NOW)).isEqualTo(8);
    }

    private static Duration pause(RetryPolicy policy, int attempt, Kind kind) {
        return Duration.between(NOW,
                policy.afterDialogue(delivery(attempt, DeliveryState.DUE, NOW), failure(kind), NOW).nextAttemptAt());
    }

    private static SmtpFailure failure(Kind kind) {
        return new SmtpFailure(kind, "test", null);
    }

    private static Delivery delivery(int attempt, DeliveryState state, Instant createdAt) {
        return new Delivery(UUID.randomUUID(), UUID.randomUUID(), MessageKind.VISIT_BOOKED, state, new JsonObject(),
                attempt, createdAt);
    }
}
