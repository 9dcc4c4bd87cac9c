package dev.smartdoctor.notification.smtp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;

import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.ext.mail.SMTPException;

/**
 * Reads the mail client's failures. A reply is certain: 4xx is for now, 5xx for good, except replies that concern this client
 * rather than the mail (RFC 5321 §4.2.3: 421, 521, 554 as greeting; RFC 4954 §6: 454, 530, 534, 535, 538), with which no mail
 * is at fault. Without a reply only a connection that never came about is certain.
 */
final class SmtpReplies {
    private static final Set<Integer> ABOUT_THE_CLIENT = Set.of(421, 454, 521, 530, 534, 535, 538);
    private static final int FIRST_PERMANENT = 500;
    /** The client's words before "EHLO" is through, while authenticating, and when it resets a used connection. */
    private static final Set<String> BEFORE_THE_MAIL = Set.of("got error response", "HELO failed.",
            "reset command failed");

    private SmtpReplies() {
    }

    static SmtpFailure read(Throwable failure) {
        if (failure instanceof SmtpFailure known) {
            return known;
        }
        if (failure instanceof SMTPException reply) {
            return new SmtpFailure(kindOf(reply), "SMTP " + reply.getReplyCode() + " " + stage(reply), failure);
        }
        return neverConnected(failure)
                ? new SmtpFailure(SmtpFailure.Kind.SERVER_AWAY, "mail server not reached: " + name(failure), failure)
                : SmtpFailure.brokenOff(failure);
    }

    private static SmtpFailure.Kind kindOf(SMTPException reply) {
        String stage = stage(reply);
        if (ABOUT_THE_CLIENT.contains(reply.getReplyCode()) || BEFORE_THE_MAIL.contains(stage)
                || stage.startsWith("AUTH")) {
            return SmtpFailure.Kind.SERVER_AWAY;
        }
        return reply.getReplyCode() >= FIRST_PERMANENT
                ? SmtpFailure.Kind.REFUSED_FOR_GOOD
                : SmtpFailure.Kind.REFUSED_FOR_NOW;
    }

    /** What stands before the server's own words. */
    private static String stage(SMTPException reply) {
        String message = reply.getMessage();
        int end = message.indexOf(": ");
        return end < 0 ? message : message.substring(0, end);
    }

    private static boolean neverConnected(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException || failure instanceof UnknownHostException
                || failure instanceof SSLException || isTlsRefusal(failure);
    }

    private static boolean isTlsRefusal(Throwable failure) {
        return !(failure instanceof IOException) && failure.getMessage() != null
                && failure.getMessage().startsWith("STARTTLS required");
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
