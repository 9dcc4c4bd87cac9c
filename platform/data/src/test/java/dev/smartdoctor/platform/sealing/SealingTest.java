package dev.smartdoctor.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.SecretKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    private static final byte[] HERE = Sealing.context(UUID.randomUUID(), UUID.randomUUID());
    private static final byte[] ELSEWHERE = Sealing.context(UUID.randomUUID(), UUID.randomUUID());
    private static final byte[] TEXT = "सीने में दर्द".getBytes(StandardCharsets.UTF_8);

    private final MasterKey master = master(1);
    private final byte[] wrapped = master.newWrappedKey(HERE);
    private final SecretKey key = master.unwrap(wrapped, HERE);

    @Test
    void opensWhatItSealedAndSealsTheSameTextNeverTheSameWay() {
        byte[] sealed = Sealing.seal(key, TEXT, HERE);
        assertThat(Sealing.open(key, sealed, HERE)).isEqualTo(TEXT);
        assertThat(Sealing.seal(key, TEXT, HERE)).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingElsewhereNorWithAnotherKey() {
        byte[] sealed = Sealing.seal(key, TEXT, HERE);
        assertRefused(() -> Sealing.open(key, sealed, ELSEWHERE));
        assertRefused(() -> Sealing.open(master.unwrap(master.newWrappedKey(HERE), HERE), sealed, HERE));
        assertRefused(() -> master.unwrap(wrapped, ELSEWHERE));
        assertRefused(() -> master(2).unwrap(wrapped, HERE));
    }

    @Test
    void opensNothingThatWasTamperedWithAtAnyByteOrCutShort() {
        byte[] sealed = Sealing.seal(key, TEXT, HERE);
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            assertRefused(() -> Sealing.open(key, changed, HERE));
            byte[] cut = Arrays.copyOf(sealed, index);
            assertRefused(() -> Sealing.open(key, cut, HERE));
        }
    }

    @Test
    void fingerprintsAreEqualForEqualTextsUnderOneKeyOnly() {
        assertThat(master.fingerprint("a")).isEqualTo(master(1).fingerprint("a")).isNotEqualTo(master.fingerprint("b"))
                .isNotEqualTo(master(2).fingerprint("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "short", "***", "AAAAAAAAAAAAAAAAAAAAAA==" })
    void wantsAMasterKeyOfTheRightLengthAndDoesNotRepeatIt(String wrong) {
        assertThatThrownBy(() -> MasterKey.of("SOME_KEY", wrong)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SOME_KEY must be 32 bytes in base64").hasNoCause();
    }

    private static void assertRefused(Runnable opening) {
        assertThatThrownBy(opening::run).isInstanceOf(IllegalStateException.class);
    }

    private static MasterKey master(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return MasterKey.of("SOME_KEY", Base64.getEncoder().encodeToString(key));
    }
}
