package dev.smartdoctor.auth.mailtoken;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of what is derived from the service's own secret. */
@ConfigMapping(prefix = "auth.token")
public interface TokenConfig {

    /** The secret that mailed tokens and device cookies are derived from. */
    String secret();

    /** How long a link that verifies an address works. */
    Duration verificationLifetime();

    /** How long a link that resets a password works. */
    Duration resetLifetime();

    /** How many mails of one kind one account may cause in an hour. */
    int mailsPerHour();
}
