package dev.smartdoctor.auth.credential;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.problem.ValidationFailed;

class PasswordPolicyTest {
    private static final String EMAIL = "jane.roe@clinic.example";
    private static final String NAME = "Jane Roe-Martínez";

    @ParameterizedTest
    @ValueSource(strings = { "smart-doctor-demo", "twelve chars", "correct pony battery", "密码密码很长很长的一句话啊",
            "aB3$aB3$xY7!qq",
            "            x", "jane likes tall ships" })
    void acceptsAnySentenceOfTwelveCharacters(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "eleven char", "pässwörtchn" })
    void refusesFewerThanTwelveCharacters(String password) {
        assertRefused(password);
    }

    @Test
    void refusesMoreThan256CharactersCountedAsPeopleCount() {
        String emoji = "😀😁😂🤣";
        assertThatCode(() -> check(emoji.repeat(63) + "abcd")).doesNotThrowAnyException();
        assertRefused(emoji.repeat(64) + "a");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Password1234", "passwordpassword", "P@ssw0rd1234", "aaaaaaaaaaaa", "abcabcabcabc",
            "qwertyuiopas",
            "123456789012", "210987654321", "Welcome!!2024", "iloveyouforever", "1q2w3e4r5t6y" })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertRefused(password);
    }

    @ParameterizedTest
    @ValueSource(strings = { "jane.roe@clinic.example", "jane.roe-jane.roe", "Martínez-Jane-1",
            "JANE.ROE@CLINIC.EXAMPLE1",
            "janeroejaneroe12" })
    void refusesLittleMoreThanTheOwnNameOrAddress(String password) {
        assertRefused(password);
    }

    @Test
    void demoPasswordIsAcceptableToTheDemoDoctor() {
        assertThatCode(() -> PasswordPolicy.check("password", "smart-doctor-demo", "doctor@example.org", "Demo Doctor"))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(ValidationFailed.class);
    }

    private static void check(String password) {
        PasswordPolicy.check("password", password, EMAIL, NAME);
    }
}
