package dev.smartdoctor.auth.admin;

import dev.smartdoctor.platform.problem.Conflict;

/** 409: nobody would be left to administer. */
public class LastAdministrator extends Conflict {
    public LastAdministrator() {
        super("LAST_ADMIN", "This is the last active administrator; make another one first.");
    }
}
