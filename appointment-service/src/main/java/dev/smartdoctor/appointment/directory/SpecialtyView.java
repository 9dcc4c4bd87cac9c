package dev.smartdoctor.appointment.directory;

/** A specialty; clients translate by its code. */
public record SpecialtyView(String code, String name) {

    static SpecialtyView of(Specialty specialty) {
        return new SpecialtyView(specialty.code, specialty.name);
    }
}
