package dev.smartdoctor.appointment.clinicaltext;

/** Which text of a visit; part of what is authenticated, so that a sealed text cannot be moved to another place. */
public enum ClinicalField {
    REASON, SUMMARY, NOTES, CANCEL_REASON
}
