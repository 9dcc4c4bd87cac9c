package dev.smartdoctor.appointment.clinicaltext;

import java.util.UUID;

import io.vertx.core.buffer.Buffer;

/** A patient's data key as it is stored; {@code wrapped} is {@code null} once the key has been erased. */
public record PatientKey(UUID patientId, Buffer wrapped) {

    public boolean isErased() {
        return wrapped == null;
    }
}
