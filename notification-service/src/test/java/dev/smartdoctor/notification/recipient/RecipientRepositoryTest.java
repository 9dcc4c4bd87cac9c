package dev.smartdoctor.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class RecipientRepositoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Mailroom room;

    @Inject
    RecipientRepository recipients;

    private final UUID account = UUID.randomUUID();

    @Test
    void answerFromBeforeAChangeLosesAgainstTheChange() {
        keep("old@example.org", 0);
        assertThat(kept().recipient()).hasValueSatisfying(
                recipient -> assertThat(recipient.email()).isEqualTo("old@example.org"));
        room.publish("auth.events", Examples.about("account.updated", account, account, Map.of()));
        Awaitility.await().atMost(PATIENCE).until(() -> kept().epoch() == 1);
        keep("old@example.org", 0);
        assertThat(kept().recipient()).isEmpty();
        keep("new@example.org", 1);
        assertThat(kept().recipient()).hasValueSatisfying(
                recipient -> assertThat(recipient.email()).isEqualTo("new@example.org"));
    }

    private void keep(String email, long epoch) {
        recipients.keep(new Recipient(account, email, "Ana", "en", ZoneOffset.UTC), epoch).await().atMost(PATIENCE);
    }

    private RecipientRepository.Kept kept() {
        return recipients.find(account).await().atMost(PATIENCE);
    }
}
