package dev.smartdoctor.appointment.clinicaltext;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.sealing.MasterKey;
import dev.smartdoctor.platform.sealing.Sealing;
import io.vertx.core.buffer.Buffer;

/** Seals and opens clinical text; patient, visit and field are authenticated with it. */
@ApplicationScoped
public class ClinicalText {

    private final MasterKey master;

    public ClinicalText(ClinicalTextConfig config) {
        this.master = MasterKey.of("CLINICAL_TEXT_KEY", config.key());
    }

    /** A fresh data key for a patient, wrapped and ready to be stored. */
    public Buffer newKey(UUID patientId) {
        return Buffer.buffer(master.newWrappedKey(Sealing.context(patientId)));
    }

    /** The sealed text, {@code null} for {@code null}. The key must not have been erased. */
    public Buffer seal(PatientKey key, UUID appointmentId, ClinicalField field, String text) {
        return text == null
                ? null
                : Buffer.buffer(Sealing.seal(unwrap(key), text.getBytes(StandardCharsets.UTF_8),
                        context(key.patientId(), appointmentId, field)));
    }

    /** The text, {@code null} where there is none or where the patient's key has been erased. */
    public String open(PatientKey key, UUID appointmentId, ClinicalField field, Buffer sealed) {
        if (sealed == null || key.isErased()) {
            return null;
        }
        byte[] text = Sealing.open(unwrap(key), sealed.getBytes(), context(key.patientId(), appointmentId, field));
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A keyed digest: equal for equal texts, and no way to test a guess without the key. */
    public Buffer fingerprint(String text) {
        return Buffer.buffer(master.fingerprint(text));
    }

    private SecretKey unwrap(PatientKey key) {
        return master.unwrap(key.wrapped().getBytes(), Sealing.context(key.patientId()));
    }

    private static byte[] context(UUID patientId, UUID appointmentId, ClinicalField field) {
        byte[] ids = Sealing.context(patientId, appointmentId);
        byte[] name = field.name().getBytes(StandardCharsets.US_ASCII);
        byte[] context = Arrays.copyOf(ids, ids.length + name.length);
        System.arraycopy(name, 0, context, ids.length, name.length);
        return context;
    }
}
