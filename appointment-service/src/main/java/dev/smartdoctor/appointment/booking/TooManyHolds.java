package dev.smartdoctor.appointment.booking;

import dev.smartdoctor.platform.problem.Conflict;

/** The person holds as many slots as one may hold. */
public class TooManyHolds extends Conflict {

    public TooManyHolds(int limit) {
        super("TOO_MANY_HOLDS", "A person may hold " + limit + " slots at a time.");
        with("limit", limit);
    }
}
