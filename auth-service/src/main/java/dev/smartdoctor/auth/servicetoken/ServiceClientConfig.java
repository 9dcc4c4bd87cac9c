package dev.smartdoctor.auth.servicetoken;

import java.util.List;

import io.smallrye.config.ConfigMapping;

/** The services that may ask for tokens. */
@ConfigMapping(prefix = "auth.service")
public interface ServiceClientConfig {

    /** SERVICE_CLIENTS: {@code name:secret} of each service, separated by commas. */
    List<String> clients();
}
