package dev.smartdoctor.appointment.clinicaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.vertx.core.buffer.Buffer;

class ClinicalTextTest {

    private static final UUID PATIENT = UUID.randomUUID();
    private static final UUID VISIT = UUID.randomUUID();
    private final ClinicalText clinicalText = with((byte) 1);
    private final PatientKey key = new PatientKey(PATIENT, clinicalText.newKey(PATIENT));

    @Test
    void opensWhatItSealed() {
        Buffer sealed = clinicalText.seal(key, VISIT, ClinicalField.REASON, "héart ♥");
        assertThat(clinicalText.open(key, VISIT, ClinicalField.REASON, sealed)).isEqualTo("héart ♥");
        assertThat(clinicalText.seal(key, VISIT, ClinicalField.REASON, "héart ♥")).isNotEqualTo(sealed);
        assertThat(clinicalText.seal(key, VISIT, ClinicalField.REASON, null)).isNull();
        assertThat(clinicalText.open(key, VISIT, ClinicalField.REASON, null)).isNull();
    }

    @Test
    void opensNothingElsewhereOrTamperedWith() {
        Buffer sealed = clinicalText.seal(key, VISIT, ClinicalField.REASON, "text");
        assertThatThrownBy(() -> clinicalText.open(key, UUID.randomUUID(), ClinicalField.REASON, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> clinicalText.open(key, VISIT, ClinicalField.NOTES, sealed))
                .isInstanceOf(IllegalStateException.class);
        for (int index = 0; index < sealed.length(); index++) {
            Buffer changed = sealed.copy().setByte(index, (byte) (sealed.getByte(index) ^ 1));
            assertThatThrownBy(() -> clinicalText.open(key, VISIT, ClinicalField.REASON, changed))
                    .isInstanceOf(IllegalStateException.class);
        }
        PatientKey others = new PatientKey(UUID.randomUUID(), key.wrapped());
        assertThatThrownBy(() -> clinicalText.open(others, VISIT, ClinicalField.REASON, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> with((byte) 2).open(key, VISIT, ClinicalField.REASON, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isSilentOnceTheKeyIsErased() {
        Buffer sealed = clinicalText.seal(key, VISIT, ClinicalField.REASON, "text");
        assertThat(clinicalText.open(new PatientKey(PATIENT, null), VISIT, ClinicalField.REASON, sealed)).isNull();
    }

    @Test
    void fingerprintsUnderItsKeyAlone() {
        assertThat(clinicalText.fingerprint("text")).isEqualTo(with((byte) 1).fingerprint("text"))
                .isNotEqualTo(clinicalText.fingerprint("other text")).isNotEqualTo(with((byte) 2).fingerprint("text"));
    }

    @Test
    void wantsAKeyOfTheRightLengthAndDoesNotRepeatIt() {
        for (String wrong : new String[]{ "", "short", Base64.getEncoder().encodeToString(new byte[16]), "***" }) {
            assertThatThrownBy(() -> new ClinicalText(() -> wrong)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("CLINICAL_TEXT_KEY must be 32 bytes in base64");
        }
    }

    private static ClinicalText with(byte fill) {
        byte[] master = new byte[32];
        java.util.Arrays.fill(master, fill);
        return new ClinicalText(() -> Base64.getEncoder().encodeToString(master));
    }
}
