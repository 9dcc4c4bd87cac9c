package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

class InternalCallsTest {
    private final CountingAuthService authService = new CountingAuthService();
    private final InternalCalls calls = new InternalCalls(ServiceTokensTest.tokens(authService, Optional.of("secret")));

    @Test
    void asksUnderTheTokenForThatService() {
        assertThat(answer(bearer -> Uni.createFrom().item(bearer))).contains("Bearer auth-service-1");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(answer(bearer -> Uni.createFrom().failure(new NotFoundException()))).isEmpty();
    }

    @Test
    void everyOtherFailureIsPassedOn() {
        assertThatThrownBy(() -> answer(bearer -> Uni.createFrom().failure(new NotAuthorizedException("Bearer"))))
                .isInstanceOf(NotAuthorizedException.class);
        authService.away = true;
        assertThatThrownBy(() -> new InternalCalls(ServiceTokensTest.tokens(authService, Optional.of("secret")))
                .find("auth-service", bearer -> Uni.createFrom().item(bearer)).await().indefinitely())
                .hasMessage("away");
    }

    private Optional<String> answer(Function<String, Uni<String>> question) {
        return calls.find("auth-service", question).await().indefinitely();
    }
}
