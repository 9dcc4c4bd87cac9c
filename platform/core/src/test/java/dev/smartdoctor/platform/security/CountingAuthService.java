package dev.smartdoctor.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

import io.smallrye.mutiny.Uni;

/** An auth-service in this process that counts how often it is asked, and can be away. */
final class CountingAuthService implements AuthServiceClient {
    final AtomicInteger keySets = new AtomicInteger();
    final AtomicInteger tokens = new AtomicInteger();
    final List<Instant> askedSince = new CopyOnWriteArrayList<>();
    volatile Revocations revocations = new Revocations(List.of(), Instant.EPOCH);
    volatile boolean away;
    volatile String keySet = keySetOf(TokenFixture.KEY_ID);

    static String keySetOf(String keyId) {
        EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey(TokenFixture.publicKey());
        key.setKeyId(keyId);
        return "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    @Override
    public Uni<String> keySet() {
        keySets.incrementAndGet();
        return away ? Uni.createFrom().failure(new IllegalStateException("away")) : Uni.createFrom().item(keySet);
    }

    @Override
    public Uni<TokenAnswer> token(TokenRequest request) {
        int number = tokens.incrementAndGet();
        return away
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : Uni.createFrom().item(new TokenAnswer(request.audience() + "-" + number, 300));
    }

    @Override
    public Uni<Revocations> revocations(String bearer, String since) {
        askedSince.add(Instant.parse(since));
        return away
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : Uni.createFrom().item(revocations);
    }
}
