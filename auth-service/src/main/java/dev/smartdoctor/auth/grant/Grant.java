package dev.smartdoctor.auth.grant;

import java.time.Duration;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.keys.AccessTokens.SignedToken;
import dev.smartdoctor.auth.session.OpaqueToken;

/** What was granted to whom. */
public record Grant(AccountState account, SignedToken accessToken, OpaqueToken refreshToken,
        Duration refreshLifetime) {}
