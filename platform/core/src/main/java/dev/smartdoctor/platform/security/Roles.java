package dev.smartdoctor.platform.security;

/** The roles that the claim {@code groups} may hold. */
public final class Roles {
    public static final String PATIENT = "patient";
    public static final String DOCTOR = "doctor";
    public static final String RECEPTIONIST = "receptionist";
    public static final String ADMIN = "admin";
    /** Another service of the suite; such a token is good for one audience, the service called. */
    public static final String SERVICE = "service";

    private Roles() {
    }
}
