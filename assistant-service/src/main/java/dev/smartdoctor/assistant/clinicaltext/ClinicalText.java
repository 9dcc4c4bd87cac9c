package dev.smartdoctor.assistant.clinicaltext;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.sealing.MasterKey;
import dev.smartdoctor.platform.sealing.Sealing;
import io.vertx.core.buffer.Buffer;

/** Seals and opens what was said; the owner and the row it belongs to are authenticated with it. */
@ApplicationScoped
public class ClinicalText {

    private final MasterKey master;

    public ClinicalText(ClinicalTextConfig config) {
        this.master = MasterKey.of("CLINICAL_TEXT_KEY", config.key());
    }

    /** A fresh key for this person, wrapped and ready to be stored. */
    Buffer newWrappedKey(UUID ownerId) {
        return Buffer.buffer(master.newWrappedKey(Sealing.context(ownerId)));
    }

    OwnerKey unwrap(UUID ownerId, Buffer wrapped) {
        return new OwnerKey(ownerId, master.unwrap(wrapped.getBytes(), Sealing.context(ownerId)));
    }

    /** @param place the id of the row the text is kept in */
    public Buffer seal(OwnerKey key, UUID place, String text) {
        return Buffer.buffer(Sealing.seal(key.key(), text.getBytes(StandardCharsets.UTF_8),
                Sealing.context(key.ownerId(), place)));
    }

    public String open(OwnerKey key, UUID place, Buffer sealed) {
        return new String(Sealing.open(key.key(), sealed.getBytes(), Sealing.context(key.ownerId(), place)),
                StandardCharsets.UTF_8);
    }
}
