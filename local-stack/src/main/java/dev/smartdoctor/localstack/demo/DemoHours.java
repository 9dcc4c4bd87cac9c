package dev.smartdoctor.localstack.demo;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Hours of one doctor at one location: the same times on each of some days of the week, in the location's zone. */
record DemoHours(String location, List<DayOfWeek> days, List<Shift> shifts) {

    static DemoHours on(String location, String times, DayOfWeek... days) {
        return new DemoHours(location, List.of(days), Arrays.stream(times.split(" ")).map(Shift::parse).toList());
    }

    Stream<WeeklyTime> weekly() {
        return days.stream()
                .flatMap(day -> shifts.stream().map(shift -> new WeeklyTime(day.name(), shift.from(), shift.to())));
    }

    /** A piece of a day, written `09:00-12:30`. */
    record Shift(String from, String to) {

        static Shift parse(String text) {
            String[] ends = text.split("-");
            return new Shift(ends[0], ends[1]);
        }
    }

    /** One line of a weekly plan as the API takes it. */
    record WeeklyTime(String day, String from, String to) {}
}
