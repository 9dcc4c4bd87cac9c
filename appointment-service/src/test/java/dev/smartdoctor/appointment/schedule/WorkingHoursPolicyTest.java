package dev.smartdoctor.appointment.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.availability.WeeklyWindow;
import dev.smartdoctor.appointment.schedule.WorkingHoursRequest.Window;
import dev.smartdoctor.platform.problem.ValidationFailed;

class WorkingHoursPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    @Test
    void comparesInstantsAndNotWallClocks() {
        PlaceHours berlinMorning = hours("Europe/Berlin", 9 * 60, 12 * 60, TODAY, null);
        assertThat(WorkingHoursPolicy.overlap(berlinMorning, hours("America/New_York", 9 * 60, 12 * 60, TODAY, null),
                TODAY)).isFalse();
        assertThat(WorkingHoursPolicy.overlap(berlinMorning, hours("America/New_York", 5 * 60, 6 * 60, TODAY, null),
                TODAY)).isTrue();
    }

    @Test
    void seesTheWeeksInWhichOnlyOneZoneHasChangedItsClocks() {
        // Six hours apart nearly always; five for some weeks of March and October.
        PlaceHours berlin = hours("Europe/Berlin", 9 * 60, 12 * 60, TODAY, null);
        PlaceHours newYork = hours("America/New_York", 6 * 60 + 30, 8 * 60, TODAY, null);
        assertThat(WorkingHoursPolicy.overlap(berlin, newYork, TODAY)).isTrue();
        PlaceHours winterOnly = hours("America/New_York", 6 * 60 + 30, 8 * 60, TODAY, LocalDate.of(2026, 2, 28));
        assertThat(WorkingHoursPolicy.overlap(berlin, winterOnly, TODAY)).isFalse();
    }

    @Test
    void hoursThatFollowEachOtherDoNotOverlap() {
        PlaceHours first = hours("Europe/Berlin", 540, 720, TODAY, LocalDate.of(2026, 6, 30));
        PlaceHours then = hours("Europe/Berlin", 540, 720, LocalDate.of(2026, 7, 1), null);
        PlaceHours sameDayLater = hours("Europe/Berlin", 720, 900, TODAY, null);
        assertThat(WorkingHoursPolicy.overlap(first, then, TODAY)).isFalse();
        assertThat(WorkingHoursPolicy.overlap(first, sameDayLater, TODAY)).isFalse();
        assertThat(WorkingHoursPolicy.overlap(then, sameDayLater, TODAY)).isFalse();
        assertThat(WorkingHoursPolicy.overlap(then, hours("Europe/Berlin", 719, 900, TODAY, null), TODAY)).isTrue();
    }

    @Test
    void refusesWindowsThatOverlapOrEndBeforeTheyBegin() {
        assertThatThrownBy(
                () -> WorkingHoursPolicy.windows(request(window("09:00", "12:00"), window("11:00", "13:00"))))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> WorkingHoursPolicy.windows(request(window("12:00", "09:00"))))
                .isInstanceOf(ValidationFailed.class);
        assertThat(WorkingHoursPolicy.windows(request(window("09:00", "12:00"), window("12:00", "00:00"))))
                .extracting(WeeklyWindow::toMinute).containsExactly(720, 1440);
    }

    @Test
    void refusesSecondsThatItCouldNotKeep() {
        assertThatThrownBy(() -> WorkingHoursPolicy.windows(request(window("09:00:30", "12:00"))))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> WorkingHoursPolicy.windows(request(window("09:00", "12:00:00.5"))))
                .isInstanceOf(ValidationFailed.class);
    }

    private static WorkingHoursRequest request(Window... windows) {
        return new WorkingHoursRequest(UUID.randomUUID(), TODAY, null, List.of(windows));
    }

    private static Window window(String from, String to) {
        return new Window(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static PlaceHours hours(String zone, int from, int to, LocalDate validFrom, LocalDate validTo) {
        return new PlaceHours(UUID.randomUUID(), ZoneId.of(zone),
                List.of(new WeeklyWindow(DayOfWeek.MONDAY, from, to, validFrom, validTo),
                        new WeeklyWindow(DayOfWeek.WEDNESDAY, from, to, validFrom, validTo)));
    }
}
