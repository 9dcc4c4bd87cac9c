package dev.smartdoctor.localstack.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.util.List;

/**
 * One doctor of the directory. Two of them work at both locations, on different days of the week with a day between, so
 * that their hours never overlap in whatever zones the locations are.
 */
record DemoDoctor(String fullName, String specialty, List<String> languages, String bio, List<DemoHours> hours) {

    private static final String DAY = "09:00-12:30 13:30-17:00";
    private static final String EARLY = "07:30-12:00 12:30-15:00";
    private static final String LATE = "11:00-14:00 15:00-19:00";
    private static final DayOfWeek[] WEEK = { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY };

    /** Sixteen over the twelve specialties; the first is the account doctor@example.org. */
    static final List<DemoDoctor> ALL = List.of(
            berlin("Amara Okafor", "general_practice", List.of("en", "de"), DAY,
                    "Family doctor with a liking for plain words and prevention."),
            newYork("Daniel Goldberg", "general_practice", List.of("en", "es"), DAY,
                    "General practice for adults and their parents."),
            berlin("Nguyễn Thị Hương", "general_practice", List.of("de", "en"), LATE,
                    "General practice with evening hours for people who work late."),
            berlin("Priya Raghunathan", "cardiology", List.of("en", "hi", "de"), DAY,
                    "Heart rhythm, blood pressure, and sport after a heart attack."),
            newYork("Marcus Whitfield", "cardiology", List.of("en"), EARLY,
                    "Cardiologist with early hours; ultrasound of the heart."),
            newYork("Sofía Castellanos", "dermatology", List.of("en", "es"), DAY,
                    "Skin checks, eczema and acne."),
            berlin("Jonas Vogel", "dermatology", List.of("de", "en"), EARLY,
                    "Moles, allergies of the skin, and minor surgery."),
            visiting("Yusuf Demir", "neurology", List.of("de", "en", "ar"),
                    "Headache and dizziness; at both of our locations."),
            berlin("Katarzyna Nowak", "orthopaedics", List.of("de", "en"), DAY,
                    "Knees, shoulders, and the backs of people who sit."),
            newYork("Li Wei", "ophthalmology", List.of("en"), DAY, "Eye checks, glaucoma, and dry eyes."),
            berlin("Fatima Al-Sayed", "ent", List.of("ar", "de", "en"), DAY, "Ear, nose and throat, for all ages."),
            newYork("Seán O’Brien", "gastroenterology", List.of("en"), DAY, "Stomach and bowel; screening."),
            berlin("Clara Stein", "gynaecology", List.of("de", "en", "es"), DAY, "Women's health from first visit on."),
            newYork("Kwame Mensah", "urology", List.of("en"), LATE, "Urology with evening hours."),
            berlinWithSaturday("Elif Yıldız", "paediatrics", List.of("de", "en"),
                    "Children and adolescents; open on Saturdays."),
            visiting("Hannah Rosenthal", "psychiatry", List.of("en", "de"),
                    "Anxiety, sleep and mood; at both of our locations."));

    private static DemoDoctor berlin(String name, String specialty, List<String> languages, String times, String bio) {
        return new DemoDoctor(name, specialty, languages, bio,
                List.of(DemoHours.on(DemoLocation.BERLIN, times, WEEK)));
    }

    private static DemoDoctor newYork(String name, String specialty, List<String> languages, String times, String bio) {
        return new DemoDoctor(name, specialty, languages, bio,
                List.of(DemoHours.on(DemoLocation.NEW_YORK, times, WEEK)));
    }

    private static DemoDoctor berlinWithSaturday(String name, String specialty, List<String> languages, String bio) {
        return new DemoDoctor(name, specialty, languages, bio,
                List.of(DemoHours.on(DemoLocation.BERLIN, "09:00-13:00", TUESDAY, WEDNESDAY, THURSDAY, FRIDAY,
                        SATURDAY)));
    }

    private static DemoDoctor visiting(String name, String specialty, List<String> languages, String bio) {
        return new DemoDoctor(name, specialty, languages, bio,
                List.of(DemoHours.on(DemoLocation.BERLIN, DAY, MONDAY, TUESDAY),
                        DemoHours.on(DemoLocation.NEW_YORK, DAY, THURSDAY, FRIDAY)));
    }
}
