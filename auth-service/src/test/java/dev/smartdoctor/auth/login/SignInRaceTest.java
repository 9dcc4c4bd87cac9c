package dev.smartdoctor.auth.login;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.auth.testing.Parallel;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SignInRaceTest extends AuthTest {
    @Inject
    Api api;

    /** The clock stands still: else a slow machine lets the sixth guess in after its second of waiting, as it should. */
    @BeforeEach
    void stopTheClock() {
        MutableClock.set(Instant.now());
    }

    @Test
    void twoHundredGuessesAtOnceGetFiveHashes() throws Exception {
        String email = api.patient();

        List<HttpResponse<String>> answers = send(
                IntStream.range(0, 200).mapToObj(i -> login(email, "guess-number-" + i)));

        assertThat(count(answers, 401)).isEqualTo(5);
        assertThat(count(answers, 429)).isEqualTo(195);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429)
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void fiftyRightSignInsAtOnceAllGetIn() throws Exception {
        String email = api.patient();

        assertThat(count(send(Parallel.times(50, login(email, PASSWORD))), 200)).isEqualTo(50);
    }

    @Test
    void ownersSignInsGetInWhileTwoHundredGuessesRun() throws Exception {
        String email = api.patient();
        String device = "device=" + Api.login(email, PASSWORD).cookie("device");
        HttpRequest right = Parallel.post("/api/auth/login", body(email, PASSWORD), "Cookie", device);

        List<HttpResponse<String>> answers = send(Stream.concat(
                IntStream.range(0, 200).mapToObj(i -> login(email, "guess-number-" + i)), Parallel.times(50, right)));

        assertThat(count(answers, 200)).isEqualTo(50);
        assertThat(count(answers, 401)).isEqualTo(5);
    }

    private static List<HttpResponse<String>> send(Stream<HttpRequest> requests) throws Exception {
        try (Parallel parallel = new Parallel()) {
            return parallel.send(requests);
        }
    }

    private static HttpRequest login(String email, String password) {
        return Parallel.post("/api/auth/login", body(email, password));
    }

    private static String body(String email, String password) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    }

    private static long count(List<HttpResponse<String>> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }
}
