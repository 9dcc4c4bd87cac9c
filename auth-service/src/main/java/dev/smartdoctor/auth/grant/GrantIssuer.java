package dev.smartdoctor.auth.grant;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.keys.AccessTokens;
import dev.smartdoctor.auth.keys.AccessTokens.SignedToken;
import dev.smartdoctor.auth.session.OpaqueToken;
import dev.smartdoctor.auth.session.SessionConfig;
import dev.smartdoctor.auth.session.SessionState;

/** Makes the tokens of a live session. The access token ends no later than the session would if the person left now. */
@ApplicationScoped
public class GrantIssuer {
    private final AccessTokens tokens;
    private final SessionConfig config;
    private final Clock clock;

    GrantIssuer(AccessTokens tokens, SessionConfig config, Clock clock) {
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    public Grant issue(AccountState account, SessionState session, OpaqueToken refreshToken) {
        SignedToken token = tokens.forPerson(account.id(), session.id(), session.sessionVersion(), account.roles(),
                session.endsAt(config.idleLimit()));
        return new Grant(account, token, refreshToken, Duration.between(clock.instant(), session.expiresAt()));
    }
}
