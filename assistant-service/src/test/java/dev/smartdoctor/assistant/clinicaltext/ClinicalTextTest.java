package dev.smartdoctor.assistant.clinicaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.vertx.core.buffer.Buffer;

class ClinicalTextTest {

    private final ClinicalText text = new ClinicalText(() -> Base64.getEncoder().encodeToString(new byte[32]));
    private final UUID owner = UUID.randomUUID();
    private final UUID place = UUID.randomUUID();

    @Test
    void opensWhatItSealed() {
        OwnerKey key = text.unwrap(owner, text.newWrappedKey(owner));
        Buffer sealed = text.seal(key, place, "सीने में दर्द");
        assertThat(sealed.toString()).doesNotContain("सीने");
        assertThat(text.open(key, place, sealed)).isEqualTo("सीने में दर्द");
        assertThat(text.seal(key, place, "a")).isNotEqualTo(text.seal(key, place, "a"));
    }

    @Test
    void refusesAnotherPlaceAnotherOwnerAndTampering() {
        Buffer wrapped = text.newWrappedKey(owner);
        OwnerKey key = text.unwrap(owner, wrapped);
        Buffer sealed = text.seal(key, place, "words");
        assertThatThrownBy(() -> text.open(key, UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> text.unwrap(UUID.randomUUID(), wrapped)).isInstanceOf(IllegalStateException.class);
        Buffer broken = sealed.copy().setByte(sealed.length() - 1, (byte) (sealed.getByte(sealed.length() - 1) ^ 1));
        assertThatThrownBy(() -> text.open(key, place, broken)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAMasterKeyOfTheWrongSizeWithoutShowingIt() {
        assertThatThrownBy(() -> new ClinicalText(() -> "c2hvcnQ="))
                .hasMessage("CLINICAL_TEXT_KEY must be 32 bytes in base64");
    }
}
