package dev.smartdoctor.gateway.door;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the gateway listens, and how long it waits for a client. */
@ConfigMapping(prefix = "gateway.door")
public interface DoorConfig {
    /** HTTP_HOST: the interface listened on. */
    String host();

    /** HTTP_PORT: plain HTTP, or the redirect to HTTPS where a certificate is set. 0 takes any free port. */
    int port();

    /** HTTPS_PORT: used only where a certificate is set. */
    @WithDefault("8443")
    int securePort();

    /** TLS_CERT_FILE: certificate chain (PEM). */
    Optional<Path> certificate();

    /** TLS_KEY_FILE: its private key (PEM). */
    Optional<Path> key();

    /** How often the files are looked at for a renewal. */
    @WithDefault("30s")
    Duration renewal();

    /** EVENT_LOOPS: how many event loops serve requests; 0 means one per processor. */
    @WithDefault("0")
    int loops();

    /** How long a client may take for the head of a request. */
    @WithDefault("10s")
    Duration headDeadline();

    /** How long a connection may stay open without a request. */
    @WithDefault("75s")
    Duration idle();

    /** How long requests under way may take after the door was closed. */
    @WithDefault("10s")
    Duration drain();

    default int effectiveLoops() {
        return loops() > 0 ? loops() : Math.max(1, Runtime.getRuntime().availableProcessors());
    }
}
