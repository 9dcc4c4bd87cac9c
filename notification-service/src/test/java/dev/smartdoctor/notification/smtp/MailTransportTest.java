package dev.smartdoctor.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;

class MailTransportTest {
    @Test
    void passwordGoesOverVerifiedTlsOrNotAtAll() {
        MailConfig client = client(Map.of("port", "587", "user", "clinic", "password", "secret"));
        assertThat(client.getStarttls()).isEqualTo(StartTLSOptions.REQUIRED);
        assertThat(client.isTrustAll()).isFalse();
        assertThat(client.getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
        assertThat(client.getLogin()).isEqualTo(LoginOption.REQUIRED);
    }

    @Test
    void requiredIsRequiredWithoutAPasswordToo() {
        MailConfig client = client(Map.of("port", "587", "tls", "required"));
        assertThat(client.getStarttls()).isEqualTo(StartTLSOptions.REQUIRED);
        assertThat(client.isTrustAll()).isFalse();
        assertThat(client.getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
        assertThat(client.getLogin()).isEqualTo(LoginOption.DISABLED);
    }

    @Test
    void portOfTlsFromTheStartSpeaksTlsFromTheStart() {
        MailConfig client = client(Map.of("port", "465", "user", "clinic", "password", "secret"));
        assertThat(client.isSsl()).isTrue();
        assertThat(client.isTrustAll()).isFalse();
        assertThat(client.getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
    }

    @Test
    void otherwiseItIsEncryptedWhereTheServerOffersIt() {
        MailConfig client = client(Map.of("port", "25"));
        assertThat(client.getStarttls()).isEqualTo(StartTLSOptions.OPTIONAL);
        assertThat(client(Map.of("port", "25", "tls", "none")).getStarttls()).isEqualTo(StartTLSOptions.DISABLED);
    }

    @Test
    void silentServerHoldsNoConnectionForEver() {
        MailConfig client = client(Map.of("port", "25"));
        assertThat(client.getConnectTimeout()).isEqualTo(5_000);
        assertThat(client.getIdleTimeout()).isEqualTo(60);
    }

    private static MailConfig client(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("notification.smtp.host", "mail.example", "notification.smtp.from", "no-reply@clinic.example"));
        settings.forEach((name, value) -> all.put("notification.smtp." + name, value));
        return MailTransport.clientConfig(new SmallRyeConfigBuilder().withMapping(SmtpConfig.class)
                .withDefaultValues(all).build().getConfigMapping(SmtpConfig.class));
    }
}
