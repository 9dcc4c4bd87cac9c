package dev.smartdoctor.auth.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.smartdoctor.platform.problem.ValidationFailed;

/** A date of birth lies between the oldest person who could live and today, where the person is. */
public final class BirthDatePolicy {
    private static final int OLDEST_AGE = 130;

    private BirthDatePolicy() {
    }

    public static void check(LocalDate dateOfBirth, String timeZone, Clock clock) {
        if (dateOfBirth == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(timeZone));
        if (dateOfBirth.isAfter(today) || dateOfBirth.isBefore(today.minusYears(OLDEST_AGE))) {
            throw new ValidationFailed("dateOfBirth", "OUT_OF_RANGE", "A date of birth lies in the past 130 years.");
        }
    }
}
