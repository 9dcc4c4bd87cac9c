package dev.smartdoctor.notification.smtp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.smtp.SmtpConfig.Tls;
import dev.smartdoctor.notification.template.MailContent.CalendarFile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;

/**
 * One mail to the server, or an {@link SmtpFailure}. The client of the mailer extension is set up here rather than by
 * {@code quarkus.mailer.*}, which has no time-out for reactive sends: a server that accepts connections and stays silent
 * would hold every one of them for ever.
 */
@ApplicationScoped
public class MailTransport {
    private static final int IMPLICIT_TLS_PORT = 465;
    private static final Duration POOL_CLEANING = Duration.ofSeconds(5);

    private final MailClient client;
    private final SmtpConfig config;

    MailTransport(Vertx vertx, SmtpConfig config) {
        this.config = config;
        this.client = MailClient.create(vertx, clientConfig(config));
    }

    public Uni<Void> send(OutgoingMail mail) {
        return Uni.createFrom().deferred(() -> client.sendMail(message(mail)))
                .onFailure().transform(SmtpReplies::read)
                .replaceWithVoid();
    }

    private MailMessage message(OutgoingMail mail) {
        MailMessage message = new MailMessage()
                .setFrom(config.from())
                .setTo(mail.to())
                .setText(mail.content().text())
                .setHtml(mail.content().html());
        message.addHeader("Message-ID", mail.messageId());
        message.addHeader("Subject", MailHeaders.encode(mail.content().subject()));
        message.addHeader("Content-Language", mail.content().language());
        message.addHeader("Auto-Submitted", "auto-generated");
        mail.calendar().ifPresent(file -> message.setAttachment(attachment(file)));
        return message;
    }

    private static MailAttachment attachment(CalendarFile file) {
        return MailAttachment.create()
                .setName("visit.ics")
                .setContentType("text/calendar; charset=utf-8; method=" + file.method())
                .setData(Buffer.buffer(file.text()));
    }

    static MailConfig clientConfig(SmtpConfig config) {
        Tls tls = config.effectiveTls();
        boolean implicitTls = tls == Tls.REQUIRED && config.port() == IMPLICIT_TLS_PORT;
        MailConfig client = new MailConfig()
                .setHostname(config.host())
                .setPort(config.port())
                .setSsl(implicitTls)
                .setStarttls(starttls(tls, implicitTls))
                .setLogin(config.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(config.connections())
                .setKeepAliveTimeout((int) config.idleTimeout().toSeconds())
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS)
                .setPoolCleanerPeriod((int) POOL_CLEANING.toMillis())
                .setPoolCleanerPeriodUnit(TimeUnit.MILLISECONDS);
        config.user().ifPresent(client::setUsername);
        config.password().ifPresent(client::setPassword);
        client.setConnectTimeout((int) config.connectTimeout().toMillis());
        client.setIdleTimeout((int) config.idleTimeout().toSeconds());
        // Encryption that is only optional protects against listeners, not against impostors: refusing a certificate would
        // mean clear text or no mail. Where it is required the certificate must be right.
        client.setTrustAll(tls == Tls.OPTIONAL);
        client.setHostnameVerificationAlgorithm(tls == Tls.REQUIRED ? "HTTPS" : "");
        return client;
    }

    private static StartTLSOptions starttls(Tls tls, boolean implicitTls) {
        if (implicitTls || tls == Tls.NONE) {
            return StartTLSOptions.DISABLED;
        }
        return tls == Tls.REQUIRED ? StartTLSOptions.REQUIRED : StartTLSOptions.OPTIONAL;
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }
}
