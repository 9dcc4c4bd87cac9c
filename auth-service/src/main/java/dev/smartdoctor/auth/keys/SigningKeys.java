package dev.smartdoctor.auth.keys;

import java.io.IOException;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.smartdoctor.platform.security.KeySource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * The keys in use. This service verifies tokens with its own keys rather than asking itself over HTTP. The files are read
 * again every 30 seconds, so a rotation needs no restart; a folder that cannot be used leaves the keys as they are.
 */
@ApplicationScoped
public class SigningKeys implements KeySource {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeyFiles files;
    private volatile Loaded loaded;

    SigningKeys(KeysConfig config) {
        this.files = new KeyFiles(config.dir());
    }

    void start(@Observes StartupEvent event) throws IOException {
        load();
    }

    @Scheduled(every = "30s", delayed = "30s")
    void reload() {
        try {
            load();
        } catch (IOException | UnusableKeys e) {
            LOG.errorf("Keys not reloaded, the former ones stay in use: %s", e.getMessage());
        }
    }

    @Override
    public boolean isLoaded() {
        return loaded != null;
    }

    @Override
    public Optional<ECPublicKey> find(String keyId) {
        return Optional.ofNullable(loaded.byId().get(keyId)).map(SigningKey::publicKey);
    }

    SigningKey current() {
        return loaded.ring().current();
    }

    KeySetView keySet() {
        return loaded.keySet();
    }

    private void load() throws IOException {
        KeyRing ring = files.load();
        if (loaded == null || !loaded.ring().current().id().equals(ring.current().id())) {
            LOG.infof("Tokens are signed with key %s", ring.current().id());
        }
        loaded = new Loaded(ring, ring.byId(), ring.keySet());
    }

    private record Loaded(KeyRing ring, Map<String, SigningKey> byId, KeySetView keySet) {}
}
