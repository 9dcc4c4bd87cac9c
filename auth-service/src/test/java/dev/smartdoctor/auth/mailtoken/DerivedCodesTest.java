package dev.smartdoctor.auth.mailtoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedCodesTest {
    private final DerivedCodes codes = new DerivedCodes("a secret");
    private final UUID id = UUID.randomUUID();

    @Test
    void findsTheIdInItsOwnTokens() {
        assertThat(codes.idOf(Purpose.VERIFICATION, codes.token(Purpose.VERIFICATION, id))).contains(id);
    }

    @Test
    void tokenOfOnePurposeIsWorthlessForAnother() {
        assertThat(codes.idOf(Purpose.PASSWORD_RESET, codes.token(Purpose.VERIFICATION, id))).isEmpty();
    }

    @Test
    void tokenOfAnotherSecretIsWorthless() {
        assertThat(codes.idOf(Purpose.VERIFICATION, new DerivedCodes("another").token(Purpose.VERIFICATION, id)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "not base64!", "AAAA" })
    void forgedTokensAreNobodys(String token) {
        assertThat(codes.idOf(Purpose.VERIFICATION, token)).isEmpty();
    }

    @Test
    void everyChangedCharacterSpoilsIt() {
        String token = codes.token(Purpose.VERIFICATION, id);
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(codes.idOf(Purpose.VERIFICATION, changed)).isEmpty();
        }
    }
}
