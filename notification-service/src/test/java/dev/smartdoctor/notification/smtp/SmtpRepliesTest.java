package dev.smartdoctor.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.notification.smtp.SmtpFailure.Kind;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.mail.SMTPException;

class SmtpRepliesTest {
    @ParameterizedTest
    @CsvSource({ "450, REFUSED_FOR_NOW", "451, REFUSED_FOR_NOW", "452, REFUSED_FOR_NOW", "550, REFUSED_FOR_GOOD",
            "552, REFUSED_FOR_GOOD", "554, REFUSED_FOR_GOOD" })
    void repliesToAMailAreAboutTheMail(int code, Kind kind) {
        assertThat(kind("recipient address not accepted", code)).isEqualTo(kind);
    }

    /** A wrong password, a server that closes, a demand for TLS: no mail may become a dead letter for it. */
    @ParameterizedTest
    @ValueSource(ints = { 421, 454, 521, 530, 534, 535, 538 })
    void repliesAboutThisClientBlameNoMail(int code) {
        assertThat(kind("sender address not accepted", code)).isEqualTo(Kind.SERVER_AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "got error response", "HELO failed.", "reset command failed", "AUTH PLAIN failed" })
    void repliesBeforeTheMailBlameNoMail(String stage) {
        assertThat(kind(stage, 554)).isEqualTo(Kind.SERVER_AWAY);
    }

    static Stream<Throwable> neverConnected() {
        return Stream.of(new ConnectException("refused"), new UnknownHostException("nowhere"),
                new SSLHandshakeException("bad certificate"),
                new NoStackTraceThrowable("STARTTLS required but not supported by server"));
    }

    @ParameterizedTest
    @MethodSource("neverConnected")
    void whoeverNeverConnectedHandedNothingOver(Throwable failure) {
        assertThat(SmtpReplies.read(failure).kind()).isEqualTo(Kind.SERVER_AWAY);
    }

    @Test
    void dialogueThatBrokeOffMayHaveBeenHeard() {
        assertThat(SmtpReplies.read(new IOException("connection reset")).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(SmtpReplies.read(new NoStackTraceThrowable("Connection was closed")).kind())
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void serversWordsAreNotRepeated() {
        SMTPException reply = new SMTPException("recipient address not accepted: 550 no alice@example.org", 550,
                List.of("550 no alice@example.org"), true);
        assertThat(SmtpReplies.read(reply)).hasMessage("SMTP 550 recipient address not accepted");
    }

    private static Kind kind(String stage, int code) {
        return SmtpReplies.read(new SMTPException(stage + ": " + code + " words", code, List.of(code + " words"),
                code >= 500)).kind();
    }
}
