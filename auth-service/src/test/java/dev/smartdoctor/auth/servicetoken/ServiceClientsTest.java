package dev.smartdoctor.auth.servicetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class ServiceClientsTest {
    private final ServiceClients clients = new ServiceClients(
            List.of("gateway:with:colon", "notification-service:two"));

    @Test
    void recognisesEachByItsOwnSecret() {
        assertThat(clients.recognise("gateway", "with:colon")).isTrue();
        assertThat(clients.recognise("gateway", "two")).isFalse();
        assertThat(clients.recognise("notification-service", "two")).isTrue();
    }

    @Test
    void strangersAreNeverRecognised() {
        assertThat(clients.recognise("stranger", "nobody")).isFalse();
        assertThat(clients.recognise("stranger", "two")).isFalse();
    }

    @Test
    void refusesAnEntryWithoutSecret() {
        assertThatThrownBy(() -> new ServiceClients(List.of("gateway"))).hasMessageContaining("name:secret");
        assertThatThrownBy(() -> new ServiceClients(List.of("gateway:"))).hasMessageContaining("name:secret");
    }
}
