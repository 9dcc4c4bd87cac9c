package dev.smartdoctor.auth.device;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where our own pages come from. */
@ConfigMapping(prefix = "auth.origin")
public interface OriginConfig {

    /** The address of the web client. */
    String publicUrl();

    /** Origins of further clients that are ours. */
    Optional<List<String>> others();
}
