package dev.smartdoctor.appointment.booking;

import dev.smartdoctor.platform.problem.Conflict;

/** The patient has as many open visits as one may have. */
public class TooManyActiveAppointments extends Conflict {

    public TooManyActiveAppointments(int limit) {
        super("TOO_MANY_ACTIVE_APPOINTMENTS", "A patient may have " + limit + " open visits at a time.");
        with("limit", limit);
    }
}
