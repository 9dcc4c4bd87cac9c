package dev.smartdoctor.notification.delivery;

import static dev.smartdoctor.notification.Mailroom.mailsTo;
import static dev.smartdoctor.notification.Mailroom.parts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.icegreen.greenmail.util.GreenMail;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Only two mails carry a token, and only to the account that it opens, while it opens anything. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class LinkMailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    GreenMail mailbox;

    @Inject
    Mailroom room;

    @Test
    void resetCarriesItsToken() throws Exception {
        UUID account = room.account("Ana", "en", "UTC");
        forgotten(account, token(account, "2999-01-01T00:00:00Z"));
        await().atMost(PATIENCE).until(() -> mailsTo(mailbox, account).size() == 1);
        assertThat(parts(mailsTo(mailbox, account).get(0)).get(0).getValue())
                .contains("https://clinic.example/reset-password?token=secret");
    }

    @Test
    void tokenOfAnotherAccountIsNotMailed() {
        UUID account = room.account("Ana", "en", "UTC");
        forgotten(account, token(UUID.randomUUID(), "2999-01-01T00:00:00Z"));
        staysUnsent(account);
    }

    @Test
    void tokenThatExpiredMeanwhileIsNotMailed() {
        UUID account = room.account("Ana", "en", "UTC");
        forgotten(account, token(account, "2020-01-01T00:00:00Z"));
        staysUnsent(account);
    }

    @ParameterizedTest
    @CsvSource({ "appointment.booked, REQUEST", "appointment.rescheduled, REQUEST", "appointment.cancelled, CANCEL" })
    void visitMailsCarryTheirCalendarAndNoToken(String type, String method) throws Exception {
        UUID patient = room.account("Ana", "en", "UTC");
        room.publish("appointment.events",
                Examples.about(type, patient, room.visit("Dr. A", 1, "booked"), Map.of()));
        await().atMost(PATIENCE).until(() -> mailsTo(mailbox, patient).size() == 1);
        var parts = parts(mailsTo(mailbox, patient).get(0));
        assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(part.getValue()).doesNotContain("token="));
        assertThat(parts.get(2).getKey()).startsWith("text/calendar").contains("method=" + method);
        assertThat(parts.get(2).getValue()).contains("METHOD:" + method);
    }

    private void staysUnsent(UUID account) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(account)).containsExactly("void"));
        assertThat(mailsTo(mailbox, account)).isEmpty();
    }

    private void forgotten(UUID account, UUID reset) {
        room.publish("auth.events", Examples.about("account.password_reset_requested", account, account,
                Map.of("resetId", reset.toString())));
    }

    private static UUID token(UUID account, String expiresAt) {
        UUID id = UUID.randomUUID();
        AuthStandIn.stub("/internal/password-resets/" + id, 200, "{\"accountId\":\"" + account
                + "\",\"token\":\"secret\",\"expiresAt\":\"" + expiresAt + "\"}");
        return id;
    }
}
