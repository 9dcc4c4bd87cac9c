package dev.smartdoctor.system.architecture.breaking.auth.util;

/** Lies in a package that says nothing. */
public final class Things {
    private Things() {
    }
}
