package dev.smartdoctor.appointment.patient;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the patient records' copies. */
@ConfigMapping(prefix = "patient")
public interface PatientConfig {

    /** How many copies are read again in one round. */
    @WithDefault("20")
    int refreshBatch();

    /** How often due copies are looked for, as the scheduler reads it. */
    @WithDefault("5s")
    String refreshEvery();
}
