package dev.smartdoctor.auth.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.session.OpaqueToken;

class SuccessorSealTest {
    private final OpaqueToken parent = OpaqueToken.random();
    private final OpaqueToken successor = OpaqueToken.random();

    @Test
    void parentOpensIt() {
        assertThat(SuccessorSeal.open(parent, SuccessorSeal.seal(parent, successor))).isEqualTo(successor);
    }

    @Test
    void nobodyElseOpensIt() {
        byte[] sealed = SuccessorSeal.seal(parent, successor);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(successor.value());
        assertThatThrownBy(() -> SuccessorSeal.open(OpaqueToken.random(), sealed))
                .isInstanceOf(IllegalStateException.class);
    }
}
