package dev.smartdoctor.appointment.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID DOCTOR = UUID.randomUUID();

    @Test
    void offersTheGridOfTheWorkingHours() {
        assertThat(starts(rules(), schedule(BERLIN, "09:00-11:00", "13:00-14:15"), BEFORE)).containsExactly(
                "2026-01-12T09:00+01:00", "2026-01-12T09:30+01:00", "2026-01-12T10:00+01:00", "2026-01-12T10:30+01:00",
                "2026-01-12T13:00+01:00", "2026-01-12T13:30+01:00");
    }

    @Test
    void offersNothingOutsideTheValidityOfTheHours() {
        WeeklyWindow later = new WeeklyWindow(DayOfWeek.MONDAY, 540, 600, MONDAY.plusDays(1), null);
        WeeklyWindow earlier = new WeeklyWindow(DayOfWeek.MONDAY, 540, 600, MONDAY.minusYears(1), MONDAY.minusDays(1));
        WeeklyWindow justThen = new WeeklyWindow(DayOfWeek.MONDAY, 540, 600, MONDAY, MONDAY);
        assertThat(starts(rules(), schedule(BERLIN, List.of(later, earlier)), BEFORE)).isEmpty();
        assertThat(starts(rules(), schedule(BERLIN, List.of(justThen)), BEFORE)).hasSize(2);
    }

    @Test
    void offersNothingOnAHolidayOfTheLocation() {
        DoctorSchedule open = schedule(BERLIN, "09:00-11:00");
        WorkingPlace closed = open.places().get(0).closedOn(Set.of(MONDAY));
        assertThat(starts(rules(), new DoctorSchedule(DOCTOR, "Dr. A", List.of(closed), List.of()), BEFORE)).isEmpty();
    }

    @Test
    void leavesOutWhatIsTakenAndWhatItsBuffersTouch() {
        VisitRules buffered = new VisitRules("consultation", Duration.ofMinutes(30), Duration.ofMinutes(10),
                Duration.ofMinutes(5), Duration.ofHours(2), Duration.ZERO, Duration.ZERO, 6, null, 10, false);
        TakenTime taken = busy("2026-01-12T10:00:00+01:00", "2026-01-12T10:30:00+01:00");
        assertThat(starts(rules(), with(schedule(BERLIN, "09:00-12:00"), taken), BEFORE))
                .doesNotContain("2026-01-12T10:00+01:00")
                .contains("2026-01-12T09:30+01:00", "2026-01-12T10:30+01:00");
        assertThat(starts(buffered, with(schedule(BERLIN, "09:00-12:00"), taken), BEFORE)).containsExactly(
                "2026-01-12T09:00+01:00", "2026-01-12T11:00+01:00", "2026-01-12T11:30+01:00");
    }

    @Test
    void takesTimeOffAsTaken() {
        TakenTime away = TakenTime.away(instant("2026-01-12T09:15:00+01:00"), instant("2026-01-12T11:00:00+01:00"));
        assertThat(starts(rules(), with(schedule(BERLIN, "09:00-12:00"), away), BEFORE))
                .containsExactly("2026-01-12T11:00+01:00", "2026-01-12T11:30+01:00");
    }

    @Test
    void aFinishedVisitHoldsNoTimeButCountsTowardsTheDay() {
        TakenTime finished = TakenTime.visit(instant("2026-01-12T09:00:00+01:00"),
                instant("2026-01-12T09:30:00+01:00"), instant("2026-01-12T09:00:00+01:00"), "consultation", false);
        assertThat(starts(rules(), with(schedule(BERLIN, "09:00-10:00"), finished), BEFORE)).hasSize(2);
        assertThat(starts(limited(1), with(schedule(BERLIN, "09:00-10:00"), finished), BEFORE)).isEmpty();
        assertThat(starts(limited(2), with(schedule(BERLIN, "09:00-10:00"), finished), BEFORE)).hasSize(2);
    }

    @Test
    void offersFromTheEndOfTheNoticeOn() {
        DoctorSchedule schedule = schedule(BERLIN, "09:00-12:00");
        assertThat(starts(rules(), schedule, instant("2026-01-12T08:00:00+01:00")))
                .startsWith("2026-01-12T10:00+01:00");
        assertThat(starts(rules(), schedule, instant("2026-01-12T08:00:00.001+01:00")))
                .startsWith("2026-01-12T10:30+01:00");
    }

    @Test
    void offersUpToTheHorizonAndNotADayFurther() {
        DoctorSchedule everyDay = schedule(BERLIN, Stream.of(DayOfWeek.values())
                .map(day -> new WeeklyWindow(day, 540, 570, MONDAY.minusYears(5), null)).toList());
        // The last day of August plus six months is the last day of February.
        for (String now : List.of("2026-08-31T12:00:00Z", "2026-07-15T12:00:00Z", "2026-12-31T22:30:00Z")) {
            LocalDate today = LocalDate.ofInstant(Instant.parse(now), BERLIN);
            List<Slot> slots = new Availability(rules(), Instant.parse(now)).slots(everyDay, today, today.plusYears(1));
            assertThat(slots.get(slots.size() - 1).start().toLocalDate()).isEqualTo(today.plusMonths(6));
        }
    }

    @Test
    void countsTheHorizonByTheLocationsCalendar() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        DoctorSchedule everyDay = schedule(auckland, Stream.of(DayOfWeek.values())
                .map(day -> new WeeklyWindow(day, 540, 570, MONDAY.minusYears(5), null)).toList());
        Instant now = Instant.parse("2026-05-10T20:00:00Z"); // 11 May there
        List<Slot> slots = new Availability(rules(), now).slots(everyDay, LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30));
        assertThat(slots.get(slots.size() - 1).start().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 11));
    }

    @Test
    void servesSeveralLocationsEachByItsOwnClock() {
        WorkingPlace berlin = place(BERLIN, windows("09:00-10:00"));
        WorkingPlace newYork = place(ZoneId.of("America/New_York"), windows("09:00-10:00"));
        DoctorSchedule both = new DoctorSchedule(DOCTOR, "Dr. A", List.of(newYork, berlin), List.of());
        assertThat(starts(rules(), both, BEFORE)).containsExactly("2026-01-12T09:00+01:00", "2026-01-12T09:30+01:00",
                "2026-01-12T09:00-05:00", "2026-01-12T09:30-05:00");
    }

    @Test
    void offersUpToMidnight() {
        WeeklyWindow late = new WeeklyWindow(DayOfWeek.MONDAY, 23 * 60, 1440, MONDAY, null);
        assertThat(starts(rules(), schedule(BERLIN, List.of(late)), BEFORE))
                .containsExactly("2026-01-12T23:00+01:00", "2026-01-12T23:30+01:00");
    }

    @Test
    void findsExactlyTheStartsItLists() {
        DoctorSchedule schedule = with(schedule(BERLIN, "09:00-11:00"),
                busy("2026-01-12T09:30:00+01:00", "2026-01-12T10:00:00+01:00"));
        Availability availability = new Availability(rules(), BEFORE);
        assertThat(availability.at(schedule, instant("2026-01-12T09:00:00+01:00"))).isPresent();
        assertThat(availability.at(schedule, instant("2026-01-12T09:30:00+01:00"))).isEmpty();
        assertThat(availability.at(schedule, instant("2026-01-12T09:15:00+01:00"))).isEmpty();
        assertThat(availability.at(schedule, Instant.MAX)).isEmpty();
        assertThat(availability.at(schedule, Instant.MIN)).isEmpty();
    }

    private static List<String> starts(VisitRules rules, DoctorSchedule schedule, Instant now) {
        return new Availability(rules, now).slots(schedule, MONDAY, MONDAY).stream().map(Slot::start)
                .map(OffsetDateTime::toString).toList();
    }

    private static VisitRules rules() {
        return limited(null);
    }

    private static VisitRules limited(Integer daily) {
        return new VisitRules("consultation", Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, Duration.ofHours(2),
                Duration.ofHours(2), Duration.ofHours(2), 6, daily, 10, false);
    }

    private static DoctorSchedule with(DoctorSchedule schedule, TakenTime taken) {
        return new DoctorSchedule(DOCTOR, "Dr. A", schedule.places(), List.of(taken));
    }

    private static DoctorSchedule schedule(ZoneId zone, String... hours) {
        return schedule(zone, windows(hours));
    }

    private static DoctorSchedule schedule(ZoneId zone, List<WeeklyWindow> windows) {
        return new DoctorSchedule(DOCTOR, "Dr. A", List.of(place(zone, windows)), List.of());
    }

    private static WorkingPlace place(ZoneId zone, List<WeeklyWindow> windows) {
        return new WorkingPlace(UUID.randomUUID(), "House", null, zone, windows, Set.of());
    }

    private static List<WeeklyWindow> windows(String... hours) {
        return Stream.of(hours).map(text -> text.split("-"))
                .map(ends -> new WeeklyWindow(DayOfWeek.MONDAY, minute(ends[0]), minute(ends[1]), MONDAY.minusYears(1),
                        null))
                .toList();
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static TakenTime busy(String from, String to) {
        return TakenTime.visit(instant(from), instant(to), instant(from), "consultation", true);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
