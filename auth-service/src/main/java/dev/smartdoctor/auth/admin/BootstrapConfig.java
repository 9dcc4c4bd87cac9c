package dev.smartdoctor.auth.admin;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The first administrator. */
@ConfigMapping(prefix = "auth.bootstrap")
public interface BootstrapConfig {

    /** BOOTSTRAP_ADMIN_EMAIL. */
    Optional<String> adminEmail();

    /** BOOTSTRAP_ADMIN_PASSWORD. */
    Optional<String> adminPassword();
}
