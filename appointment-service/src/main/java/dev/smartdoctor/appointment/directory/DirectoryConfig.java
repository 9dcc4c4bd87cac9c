package dev.smartdoctor.appointment.directory;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the directory. */
@ConfigMapping(prefix = "directory")
public interface DirectoryConfig {

    /** For how long clients may keep what the directory says. */
    @WithDefault("PT60S")
    Duration cacheTtl();
}
