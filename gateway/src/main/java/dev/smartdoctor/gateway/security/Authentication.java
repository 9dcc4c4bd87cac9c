package dev.smartdoctor.gateway.security;

import java.time.Clock;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Slot;
import dev.smartdoctor.platform.problem.Unauthenticated;
import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.security.AccessTokenVerifier;
import dev.smartdoctor.platform.security.RevokedSessions;
import dev.smartdoctor.platform.security.TokenRejected;
import dev.smartdoctor.platform.security.VerifiedToken;
import io.vertx.core.http.HttpHeaders;

/**
 * Learns who is calling. Where a route needs a token, every reason for not having a good one gives the same 401; where it
 * does not, a token that is not good is as none, and is not passed on (who signs in again has an old one).
 */
public final class Authentication implements Interceptor {
    private static final String BEARER = "Bearer ";
    private static final Slot<Remembered> REMEMBERED = new Slot<>(Remembered.class);

    private final AccessTokenVerifier verifier;
    private final RevokedSessions revoked;
    private final Clock clock;

    public Authentication(AccessTokenVerifier verifier, RevokedSessions revoked, Clock clock) {
        this.verifier = verifier;
        this.revoked = revoked;
        this.clock = clock;
    }

    /** A connection mostly speaks for one person: comparing the header with the last one spares hashing it. */
    private record Remembered(String header, VerifiedToken token, long expiresAtMillis) {}

    @Override
    public Outcome handle(Exchange exchange) {
        String header = exchange.request().headers().get(HttpHeaders.AUTHORIZATION);
        boolean needed = exchange.route().access().needsToken();
        if (header != null) {
            try {
                exchange.caller(verify(exchange, header));
                return Outcome.NEXT;
            } catch (TokenRejected rejected) {
                // As if there were none.
            } catch (Unavailable noKeysYet) {
                if (needed) {
                    throw noKeysYet;
                }
            }
        }
        if (needed) {
            throw new Unauthenticated();
        }
        return Outcome.NEXT;
    }

    private VerifiedToken verify(Exchange exchange, String header) throws TokenRejected {
        Remembered last = REMEMBERED.get(exchange.connection());
        if (last != null && last.header().equals(header) && isStillGood(last)) {
            return last.token();
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || exchange.request().headers().getAll(HttpHeaders.AUTHORIZATION).size() != 1) {
            throw new TokenRejected("not one bearer token");
        }
        VerifiedToken token = verifier.verify(header.substring(BEARER.length()));
        if (token.isService()) {
            throw new TokenRejected("services call each other, not through here");
        }
        REMEMBERED.set(exchange.connection(), new Remembered(header, token, token.expiresAt().toEpochMilli()));
        return token;
    }

    private boolean isStillGood(Remembered last) {
        VerifiedToken token = last.token();
        return clock.millis() < last.expiresAtMillis()
                && (token.sessionId() == null || !revoked.isRevoked(token.sessionId()));
    }
}
