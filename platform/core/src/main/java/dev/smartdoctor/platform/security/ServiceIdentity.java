package dev.smartdoctor.platform.security;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What this part shows to auth-service to get tokens of its own. */
@ConfigMapping(prefix = "platform.service")
public interface ServiceIdentity {
    /** The name under which auth-service knows this part. */
    String clientId();

    /** SERVICE_CLIENT_SECRET; without it this part calls nobody's internal interface. */
    Optional<String> clientSecret();
}
