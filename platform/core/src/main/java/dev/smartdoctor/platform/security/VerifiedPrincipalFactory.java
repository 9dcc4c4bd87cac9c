package dev.smartdoctor.platform.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;

/** Puts our verifier into SmallRye JWT's place for it, so that gateway and services judge tokens by the same code. */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedPrincipalFactory extends JWTCallerPrincipalFactory {
    private final AccessTokenVerifier verifier;

    VerifiedPrincipalFactory(AccessTokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            return new DefaultJWTCallerPrincipal(verifier.verify(token).claims());
        } catch (TokenRejected e) {
            throw new ParseException(e.getMessage(), e);
        }
    }
}
