package dev.smartdoctor.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(4, "b", Map.of("a", "older pepper", "b", "pepper"));

    @Test
    void recognisesThePasswordAndNoOther() {
        Credential credential = hasher.hash("seven blue teacups");

        assertThat(hasher.matches("seven blue teacups", credential)).isTrue();
        assertThat(hasher.matches("seven blue teacupS", credential)).isFalse();
        assertThat(hasher.matches("", credential)).isFalse();
    }

    @Test
    void tellsPasswordsApartThatDifferAfter72Bytes() {
        String start = "x".repeat(100);
        assertThat(hasher.matches(start + "2", hasher.hash(start + "1"))).isFalse();
    }

    @Test
    void takesBothWaysOfWritingAnAccentForTheSame() {
        assertThat(hasher.matches("caf\u00e9 caf\u00e9 caf\u00e9", hasher.hash("cafe\u0301 cafe\u0301 cafe\u0301")))
                .isTrue();
    }

    @Test
    void hashIsWorthlessUnderAnotherPepper() {
        PasswordHasher other = new PasswordHasher(4, "b", Map.of("b", "another pepper"));
        assertThat(other.matches("seven blue teacups", hasher.hash("seven blue teacups"))).isFalse();
    }

    @Test
    void decoyCanBeCheckedAndNeverMatches() {
        assertThat(hasher.matches("", hasher.decoy())).isFalse();
        assertThat(hasher.matches("seven blue teacups", hasher.decoy())).isFalse();
    }

    @Test
    void renewsOldCostAndOldPepper() {
        Credential old = new PasswordHasher(5, "a", Map.of("a", "older pepper")).hash("seven blue teacups");

        assertThat(hasher.matches("seven blue teacups", old)).isTrue();
        assertThat(hasher.outdated(old)).isTrue();
        assertThat(hasher.outdated(hasher.hash("seven blue teacups"))).isFalse();
    }

    @Test
    void saysWhichPepperIsMissing() {
        Credential lost = new Credential(PasswordHasher.ALGORITHM, 4, "lost", hasher.decoy().hash());
        assertThatThrownBy(() -> hasher.matches("x", lost)).hasMessageContaining("'lost'");
    }
}
