package dev.smartdoctor.appointment.visit;

import java.util.stream.Stream;

import dev.smartdoctor.platform.problem.ApiException;

/** The entity tag of a visit is its version in quotes; {@code If-Match} compares as RFC 9110, 13.1.1 says. */
public final class EntityTag {

    private EntityTag() {
    }

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Passes when the header is absent, {@code *}, or lists the version; a proxy may have weakened the tag. */
    public static void check(String ifMatch, int version) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        String current = of(version);
        boolean matches = Stream.of(ifMatch.split(",")).map(String::strip)
                .anyMatch(tag -> tag.equals(current) || tag.equals("W/" + current));
        if (!matches) {
            throw new ApiException(412, "VERSION_MISMATCH", "Precondition failed",
                    "The visit has changed since it was read.").with("version", version);
        }
    }
}
