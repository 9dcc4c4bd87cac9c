package dev.smartdoctor.platform.security;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What makes an access token ours. */
@ConfigMapping(prefix = "platform.token")
public interface TokenConfig {
    /** The claim {@code iss} (JWT_ISSUER). */
    String issuer();

    /** The claim {@code aud} of people's tokens; a service's tokens carry the called service's name instead. */
    @WithDefault("smart-doctor")
    String audience();

    /** The name of this part, the audience of tokens that other services show it. */
    String ownName();

    /** How far clocks may differ. */
    @WithDefault("PT5S")
    Duration clockSkew();

    /** How many verified tokens are remembered. */
    @WithDefault("20000")
    int cacheSize();
}
