package dev.smartdoctor.appointment.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every change of clocks from 2025 to 2035 against an independent account of what the clocks show: each minute of the
 * day is walked as an instant, and what the wall reads then decides.
 */
class ClockChangeTest {

    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
            "Pacific/Apia");
    private static final int LENGTH = 30;

    static Stream<Change> changes() {
        return ZONES.stream().map(ZoneId::of).flatMap(zone -> {
            List<Change> found = new ArrayList<>();
            Instant end = Instant.parse("2036-01-01T00:00:00Z");
            ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.parse("2025-01-01T00:00:00Z"));
            while (next != null && next.getInstant().isBefore(end)) {
                found.add(new Change(zone, next));
                next = zone.getRules().nextTransition(next.getInstant());
            }
            return found.stream();
        });
    }

    @Test
    void coversTheChangesThatThereAre() {
        // Two a year in the first three zones; Samoa gave daylight saving up in 2021.
        assertThat(changes()).hasSize(3 * 2 * 11);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void offersWhatTheWallClockAllowsAllDay(Change change) {
        for (LocalDate date = change.date().minusDays(1); !date.isAfter(change.date().plusDays(1)); date = date
                .plusDays(1)) {
            assertThat(offered(change.zone(), date, 0, 1440)).as("%s", date)
                    .containsExactlyElementsOf(expected(change.zone(), date, 0, 1440));
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void offersTheSameWallClockMorningsAndAfternoonsOnEitherSide(Change change) {
        for (int[] hours : new int[][]{ { 8 * 60, 12 * 60 }, { 13 * 60, 18 * 60 } }) {
            List<LocalTime> usual = wall(change.zone(),
                    offered(change.zone(), change.date().minusDays(1), hours[0], hours[1]));
            assertThat(wall(change.zone(), offered(change.zone(), change.date(), hours[0], hours[1]))).isEqualTo(usual)
                    .isNotEmpty();
            assertThat(wall(change.zone(), offered(change.zone(), change.date().plusDays(1), hours[0], hours[1])))
                    .isEqualTo(usual);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void windowsThatBeginOrEndInTheGapOrTheOverlapAreCutByTheWallClock(Change change) {
        LocalDateTime early = min(change.transition().getDateTimeBefore(), change.transition().getDateTimeAfter());
        LocalDateTime late = max(change.transition().getDateTimeBefore(), change.transition().getDateTimeAfter());
        int first = early.toLocalTime().toSecondOfDay() / 60;
        int last = late.toLocalTime().toSecondOfDay() / 60;
        int middle = (first + last) / 2;
        for (int[] window : new int[][]{ { 0, middle }, { middle, 360 }, { first, last }, { 0, first }, { last, 360 },
                { Math.max(0, first - 60), middle + 15 } }) {
            assertThat(offered(change.zone(), change.date(), window[0], window[1])).as("%d-%d", window[0], window[1])
                    .containsExactlyElementsOf(expected(change.zone(), change.date(), window[0], window[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void givesEachSlotItsFullLengthAndTheOffsetOfItsInstant(Change change) {
        for (Slot slot : slots(change.zone(), change.date(), 0, 1440)) {
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(Duration.ofMinutes(LENGTH));
            assertThat(slot.start().getOffset())
                    .isEqualTo(change.zone().getRules().getOffset(slot.start().toInstant()));
            assertThat(slot.end().getOffset()).isEqualTo(change.zone().getRules().getOffset(slot.end().toInstant()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia" })
    void offersEveryDayOfElevenYearsWhatItsWallClockAllows(String name) {
        ZoneId zone = ZoneId.of(name);
        for (LocalDate date = LocalDate.of(2025, 1, 1); date.getYear() < 2036; date = date.plusDays(1)) {
            List<LocalTime> mornings = wall(zone, offered(zone, date, 9 * 60, 11 * 60));
            assertThat(mornings).as("%s", date).containsExactly(LocalTime.of(9, 0), LocalTime.of(9, 30),
                    LocalTime.of(10, 0), LocalTime.of(10, 30));
        }
    }

    @Test
    void aDayThatAZoneSkippedHasNoSlots() {
        // Samoa crossed the date line at the end of 29 December 2011: there was no 30 December.
        ZoneId apia = ZoneId.of("Pacific/Apia");
        assertThat(offered(apia, LocalDate.of(2011, 12, 30), 0, 1440)).isEmpty();
        assertThat(offered(apia, LocalDate.of(2011, 12, 29), 0, 1440)).hasSize(48);
        assertThat(offered(apia, LocalDate.of(2011, 12, 31), 0, 1440)).hasSize(48);
    }

    /** Starts on the grid of wall-clock times such that the wall reads a time within the window for the whole visit. */
    private static List<Instant> expected(ZoneId zone, LocalDate date, int from, int to) {
        Instant first = date.atStartOfDay().toInstant(ZoneOffset.ofHours(18));
        Set<Instant> starts = new TreeSet<>();
        for (int step = 0; step < (24 + 36) * 60; step++) {
            Instant start = first.plus(Duration.ofMinutes(step));
            LocalDateTime wall = LocalDateTime.ofInstant(start, zone);
            int minute = wall.toLocalTime().toSecondOfDay() / 60;
            if (wall.toLocalDate().equals(date) && minute >= from && (minute - from) % LENGTH == 0
                    && staysWithin(zone, date, start, from, to)) {
                starts.add(start);
            }
        }
        return List.copyOf(starts);
    }

    private static boolean staysWithin(ZoneId zone, LocalDate date, Instant start, int from, int to) {
        for (int minute = 0; minute < LENGTH; minute++) {
            LocalDateTime wall = LocalDateTime.ofInstant(start.plus(Duration.ofMinutes(minute)), zone);
            int reading = wall.toLocalTime().toSecondOfDay() / 60;
            if (!wall.toLocalDate().equals(date) || reading < from || reading >= to) {
                return false;
            }
        }
        return true;
    }

    private static List<Instant> offered(ZoneId zone, LocalDate date, int from, int to) {
        return slots(zone, date, from, to).stream().map(Slot::start).map(OffsetDateTime::toInstant).toList();
    }

    private static List<Slot> slots(ZoneId zone, LocalDate date, int from, int to) {
        VisitRules rules = new VisitRules("consultation", Duration.ofMinutes(LENGTH), Duration.ZERO, Duration.ZERO,
                Duration.ZERO, Duration.ZERO, Duration.ZERO, 6, null, 10, false);
        List<WeeklyWindow> windows = from >= to
                ? List.of()
                : Stream.of(DayOfWeek.values())
                        .map(day -> new WeeklyWindow(day, Math.max(0, from), to, date.minusDays(9), null)).toList();
        WorkingPlace place = new WorkingPlace(UUID.randomUUID(), "House", null, zone, windows, Set.of());
        DoctorSchedule schedule = new DoctorSchedule(UUID.randomUUID(), "Dr. A", List.of(place), List.of());
        Instant now = date.minusDays(7).atStartOfDay(zone).toInstant();
        return new Availability(rules, now).slots(schedule, date, date);
    }

    private static List<LocalTime> wall(ZoneId zone, List<Instant> instants) {
        return instants.stream().map(instant -> LocalTime.ofInstant(instant, zone)).toList();
    }

    private static LocalDateTime min(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDateTime max(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? other : one;
    }

    record Change(ZoneId zone, ZoneOffsetTransition transition) {

        LocalDate date() {
            return transition.getDateTimeBefore().toLocalDate();
        }
    }
}
