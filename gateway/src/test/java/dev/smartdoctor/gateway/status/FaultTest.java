package dev.smartdoctor.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.gateway.testing.RawClient.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

/** A fault of the gateway's own, wherever on a request's way it happens: told without its text, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class FaultTest {
    private static final String TEXT_OF_THE_FAULT = "redis://user:hunter2@10.0.0.7 is not there";

    @Inject
    Doors doors;

    @Test
    void faultIsAnsweredWithoutItsText() {
        statusPage(exchange -> {
            throw new IllegalStateException(TEXT_OF_THE_FAULT);
        });
        try (RawClient client = new RawClient(doors.port())) {
            Answer answer = client.request("GET", "/status");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.header("traceparent")).contains(answer.json().getString("traceId"));
            assertThat(answer.head() + answer.body()).doesNotContain("hunter2").doesNotContain("IllegalState");
            assertThat(client.request("GET", "/api/doctors").status()).as("the next one is not harmed").isEqualTo(200);
        }
    }

    @Test
    void answerThatWasBegunIsCutAndNotMadeUp() {
        statusPage(exchange -> {
            exchange.answer(200).putHeader("Content-Length", "100").write("half");
            throw new IllegalStateException(TEXT_OF_THE_FAULT);
        });
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("GET", "/status"));
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (RawClient other = new RawClient(doors.port())) {
            assertThat(other.request("GET", "/api/doctors").status()).isEqualTo(200);
        }
    }

    private static void statusPage(Consumer<Exchange> instead) {
        QuarkusMock.installMockForType(new BrokenStatusPage(instead), StatusPage.class);
    }

    @Vetoed
    private static final class BrokenStatusPage extends StatusPage {
        private final Consumer<Exchange> instead;

        private BrokenStatusPage(Consumer<Exchange> instead) {
            super(null, null);
            this.instead = instead;
        }

        @Override
        public void serve(Exchange exchange) {
            instead.accept(exchange);
        }
    }
}
