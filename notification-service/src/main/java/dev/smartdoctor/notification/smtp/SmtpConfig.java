package dev.smartdoctor.notification.smtp;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.mail.mailencoder.EmailAddress;

/** How the mail server is reached. */
@ConfigMapping(prefix = "notification.smtp")
public interface SmtpConfig {

    /** {@code none}: clear text. {@code optional}: encrypted where the server offers it. {@code required}: encrypted and verified, or not at all. */
    enum Tls {
        NONE, OPTIONAL, REQUIRED
    }

    String host();

    int port();

    Optional<String> user();

    Optional<String> password();

    /** Left open: required where a password would be sent, else optional. */
    Optional<Tls> tls();

    /** The sender, with or without a name: {@code Smart Doctor <no-reply@clinic.example>}. */
    String from();

    /** Mails under way at once, and with that the connections to the server. */
    @WithDefault("8")
    int connections();

    @WithDefault("PT5S")
    Duration connectTimeout();

    /** A dialogue in which nothing moves for so long is dead; also how long an unused connection is kept. */
    @WithDefault("PT60S")
    Duration idleTimeout();

    default Tls effectiveTls() {
        return tls().orElse(user().isPresent() ? Tls.REQUIRED : Tls.OPTIONAL);
    }

    /** The bare address of the sender. */
    default String fromAddress() {
        return new EmailAddress(from()).getEmail();
    }
}
