package dev.smartdoctor.auth.registration;

import static dev.smartdoctor.auth.testing.Api.freshEmail;
import static dev.smartdoctor.auth.testing.Api.json;
import static dev.smartdoctor.auth.testing.Api.login;
import static dev.smartdoctor.auth.testing.Api.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** That a hash is computed on every branch is seen on the metric that counts hashes: it rises by one. */
@QuarkusTest
class EvenAnswerTest extends AuthTest {
    @Inject
    Api api;
    @Inject
    MeterRegistry meters;

    @Test
    void everyBranchOfRegistrationAndSignInCostsOneHash() {
        String known = api.patient();
        String unverified = freshEmail();
        api.register(unverified);

        assertThat(hashes(() -> json().body(registration(freshEmail())).post("/api/auth/register"))).isEqualTo(1);
        assertThat(hashes(() -> json().body(registration(known)).post("/api/auth/register"))).isEqualTo(1);
        assertThat(hashes(() -> json().body(registration(unverified)).post("/api/auth/register"))).isEqualTo(1);
        assertThat(hashes(() -> login(known, "wrong-teacups-here"))).isEqualTo(1);
        assertThat(hashes(() -> login(known, ""))).isEqualTo(1);
        assertThat(hashes(() -> login(known, "x".repeat(10_000)))).isEqualTo(1);
        assertThat(hashes(() -> login(freshEmail(), "wrong-teacups-here"))).isEqualTo(1);
        assertThat(hashes(() -> login(unverified, "wrong-teacups-here"))).isEqualTo(1);
    }

    @Test
    void registeringAndForgettingTakeTheSameTimeForAKnownAddress() {
        String known = api.patient();
        assertThat(median(() -> forgot(known)) - median(() -> forgot(freshEmail()))).isBetween(-15.0, 15.0);
        assertThat(median(() -> json().body(registration(known)).post("/api/auth/register"))
                - median(() -> json().body(registration(freshEmail())).post("/api/auth/register")))
                .isBetween(-15.0, 15.0);
    }

    private static void forgot(String email) {
        json().body("{\"email\":\"" + email + "\"}").post("/api/auth/password/forgot").then().statusCode(202);
    }

    private long hashes(Runnable call) {
        long before = finished();
        call.run();
        return finished() - before;
    }

    private long finished() {
        return meters.timer("auth.hashing").count();
    }

    private static double median(Runnable call) {
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            call.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
