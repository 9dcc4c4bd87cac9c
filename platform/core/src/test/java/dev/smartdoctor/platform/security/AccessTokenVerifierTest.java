package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.TestTokens;

class AccessTokenVerifierTest {
    private final AtomicInteger lookUps = new AtomicInteger();
    private final RevokedSessions revoked = new RevokedSessions();
    private final AccessTokenVerifier verifier = new AccessTokenVerifier(countingKeys(), TokenFixture.config(), revoked,
            new MutableClock());

    @AfterEach
    void resetTheClock() {
        MutableClock.reset();
    }

    @Test
    void checksASignatureOnce() throws TokenRejected {
        String token = token(UUID.randomUUID());
        VerifiedToken first = verifier.verify(token);
        assertThat(verifier.verify(token)).isSameAs(first);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void doesNotRememberBeyondExpiry() throws TokenRejected {
        String token = token(UUID.randomUUID());
        verifier.verify(token);
        MutableClock.set(Instant.now().plus(Duration.ofMinutes(5)).plusSeconds(6));
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(TokenRejected.class).hasMessage("expired");
    }

    @Test
    void doesNotRememberBeyondRevocation() throws TokenRejected {
        UUID session = UUID.randomUUID();
        String token = token(session);
        verifier.verify(token);
        revoked.revoke(session, Instant.now());
        assertThatThrownBy(() -> verifier.verify(token)).hasMessage("session revoked");
        assertThatThrownBy(() -> verifier.verify(token(session))).hasMessage("session revoked");
        verifier.verify(token(UUID.randomUUID()));
    }

    @Test
    void remembersNoRefusal() {
        String token = TestTokens.builder().signedBy(TokenFixture.privateKey()).keyId("other").build();
        assertThatThrownBy(() -> verifier.verify(token)).hasMessage("unknown key");
        assertThatThrownBy(() -> verifier.verify(token)).hasMessage("unknown key");
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void remembersOnlySoMany() throws TokenRejected {
        List<String> tokens = Stream.generate(() -> token(UUID.randomUUID())).limit(300).toList();
        for (int round = 0; round < 2; round++) {
            for (String token : tokens) {
                verifier.verify(token);
            }
        }
        assertThat(lookUps).as("of the first round only a hundred can be known").hasValueGreaterThan(400);
    }

    private static String token(UUID session) {
        return TestTokens.builder().sessionId(session.toString()).signedBy(TokenFixture.privateKey())
                .keyId(TokenFixture.KEY_ID).build();
    }

    private KeySource countingKeys() {
        return new KeySource() {
            @Override
            public boolean isLoaded() {
                return true;
            }

            @Override
            public Optional<ECPublicKey> find(String keyId) {
                lookUps.incrementAndGet();
                return TokenFixture.KEY_ID.equals(keyId) ? Optional.of(TokenFixture.publicKey()) : Optional.empty();
            }
        };
    }
}
