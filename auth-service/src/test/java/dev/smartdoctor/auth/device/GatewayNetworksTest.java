package dev.smartdoctor.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayNetworksTest {
    @ParameterizedTest
    @ValueSource(strings = { "10.0.0.0/8", "::1/128", "127.0.0.0/8, fc00::/7" })
    void acceptsRanges(String list) {
        assertThat(GatewayNetworks.areRanges(list)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "gateway", "::1", "10.0.0.0/8,gateway.example", "gateway/8" })
    void refusesWhatWouldBeLookedUpAtEveryRequest(String list) {
        assertThat(GatewayNetworks.areRanges(list)).isFalse();
    }

    @Test
    void holdsForOurOwnDefault() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        String setting = settings.getProperty("quarkus.http.proxy.trusted-proxies");
        assertThat(setting).startsWith("${GATEWAY_NETWORKS:").endsWith("}");
        assertThat(GatewayNetworks.areRanges(setting.substring("${GATEWAY_NETWORKS:".length(), setting.length() - 1)))
                .isTrue();
    }
}
