package dev.smartdoctor.notification.template;

import io.smallrye.config.ConfigMapping;

/** Where the links of mails lead. */
@ConfigMapping(prefix = "notification.links")
public interface LinkConfig {

    /** Address of the web client, without a slash at its end. */
    String publicUrl();
}
