package dev.smartdoctor.assistant.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Numbers with their units: temperature (°C and °F), ages in days to years, how long it has lasted, pain out of ten, blood
 * pressure, oxygen, sugar, weeks of pregnancy. Impossible values are left out rather than guessed at.
 */
final class Measures {

    private static final Map<String, Double> HOURS = hours();
    private static final Map<String, Integer> NUMBER_WORDS = numberWords();
    private static final Set<String> AGE_WORDS = Set.of("old", "yo", "age", "aged", "edad", "anos", "عمر", "عمره",
            "عمرها", "عمري",
            "उम्र");
    private static final Set<String> EPISODE = Set.of("every", "each", "per", "lasting", "lasts", "lasted", "cada");
    private static final Set<String> HABITS = Set.of("smoker", "smokes", "smoking", "smoked", "hypertension",
            "diabetes",
            "diabetic", "married", "cigarettes", "alcohol", "medication", "medications", "fuma", "trip", "menopause");
    private static final Set<String> TEMPERATURE_WORDS = Set.of("temperature", "temp", "fever", "fevers", "fiebre",
            "temperatura",
            "calentura", "बुखार", "तापमान", "حراره", "حمي", "degrees", "grados", "डिग्री", "درجه");

    private final List<Token> tokens;
    private final Map<String, Double> found = new HashMap<>();

    private Measures(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Map<String, Double> in(List<Token> tokens) {
        Measures measures = new Measures(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            measures.read(i);
        }
        return Map.copyOf(measures.found);
    }

    private void read(int at) {
        String word = word(at);
        OptionalDouble number = number(word);
        if (number.isPresent()) {
            readNumber(at, number.getAsDouble());
        } else if (word.indexOf('/') > 0) {
            readFraction(at, word);
        } else {
            readWordOfTime(at, word);
        }
    }

    private void readNumber(int at, double value) {
        if (isPregnancyWeeks(at)) {
            put("weeks", value, 1, 45);
        } else if (HOURS.containsKey(word(at + 1))) {
            readTime(at, value, HOURS.get(word(at + 1)));
        } else if (nearBefore(at, 4,
                Set.of("saturation", "spo2", "oxygen", "sats", "saturacion", "ऑक्सीजन", "اكسجين"))) {
            put("spo2", value, 41, 100);
        } else if (nearBefore(at, 4, Set.of("sugar", "glucose", "azucar", "glucosa", "शुगर", "سكر"))) {
            put("glucose", value > 40 ? value / 18 : value, 0.5, 60);
        } else if (isTenth(at)) {
            put("severity", value, 0, 10);
        } else {
            readTemperature(at, value);
        }
    }

    private boolean isTenth(int at) {
        return Set.of("out", "de", "من", "में").contains(word(at + 1))
                && (word(at + 3).equals("10") || word(at + 2).equals("10"));
    }

    private void readTemperature(int at, double value) {
        String unit = word(at + 1);
        boolean named = nearBefore(at, 5, TEMPERATURE_WORDS) || TEMPERATURE_WORDS.contains(unit);
        if (value >= 30 && value <= 44 && (named || unit.equals("c") || unit.equals("celsius"))) {
            put("temp", value, 30, 44);
        } else if (value >= 90 && value <= 110 && (named || unit.equals("f") || unit.equals("fahrenheit"))) {
            put("temp", (value - 32) / 1.8, 30, 44);
        }
    }

    private void readFraction(int at, String word) {
        int slash = word.indexOf('/');
        OptionalDouble over = number(word.substring(0, slash));
        OptionalDouble under = number(word.substring(slash + 1));
        if (over.isEmpty() || under.isEmpty()) {
            return;
        }
        if (under.getAsDouble() == 10 && over.getAsDouble() <= 10) {
            put("severity", over.getAsDouble(), 0, 10);
        } else if (over.getAsDouble() >= 60 && over.getAsDouble() <= 260 && under.getAsDouble() >= 30) {
            put("systolic", over.getAsDouble(), 60, 260);
            put("diastolic", under.getAsDouble(), 30, 160);
        }
    }

    private void readTime(int at, double value, double hoursEach) {
        double hours = value * hoursEach;
        if (isAge(at)) {
            put("age", hours / HOURS.get("year"), 0, 125);
        } else if (isDuration(at, hoursEach) && !(hoursEach > 8_000 && nearHabit(at)) && value <= 100) {
            found.merge("hours", hours, Math::min);
            found.merge("longest", hours, Math::max);
        }
    }

    /** How long it has been so, not how long one attack or a walk takes. */
    private boolean isDuration(int at, double hoursEach) {
        boolean ago = Set.of("ago", "history", "duration", "now", "hace", "atras", "से", "पहले", "back")
                .contains(word(at + 2))
                || nearBefore(at, 3,
                        Set.of("since", "started", "past", "last", "desde", "hace", "منذ", "من", "قبل", "began"));
        if (nearBefore(at, 3, EPISODE)) {
            return false;
        }
        return ago || hoursEach >= 1 && (nearBefore(at, 4, Set.of("for", "over", "about", "than", "duration", "por"))
                || word(at + 2).equals("of") || word(at + 2).isEmpty());
    }

    private boolean isAge(int at) {
        return AGE_WORDS.contains(word(at + 2)) || nearBefore(at, 2, AGE_WORDS) || word(at + 1).equals("yo")
                || word(at + 1).matches("years?|anos?") && Set.of("tengo", "tiene", "am", "im").contains(word(at - 1))
                || Set.of("baby", "boy", "girl", "infant", "child", "son", "daughter", "male", "female", "man", "woman")
                        .contains(word(at + 2))
                || Set.of("का", "की", "के").contains(word(at + 2))
                        && Set.of("बच्चा", "बच्ची", "बच्चे", "शिशु").contains(word(at + 3));
    }

    private boolean isPregnancyWeeks(int at) {
        boolean weeks = Set.of("week", "weeks", "wk", "wks", "semanas", "semana", "th", "nd", "rd", "st", "सप्ताह",
                "हफ्ते", "اسبوع",
                "اسابيع").contains(word(at + 1));
        Set<String> pregnancy = Set.of("pregnant", "gestation", "gestational", "pregnancy", "embarazada", "embarazo",
                "गर्भवती",
                "حامل", "حمل");
        return weeks && (nearAfter(at, 4, pregnancy) || nearBefore(at, 4, pregnancy));
    }

    private boolean nearHabit(int at) {
        int sentence = tokens.get(at).sentence();
        for (int i = Math.max(0, at - 6); i < Math.min(tokens.size(), at + 6); i++) {
            if (tokens.get(i).sentence() == sentence && HABITS.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    private void readWordOfTime(int at, String word) {
        Double hours = switch (word) {
            case "yesterday", "ayer", "امس", "overnight" -> 24.0;
            case "today", "hoy", "morning", "tonight", "evening", "afternoon", "आज", "يوم", "صباح" -> 8.0;
            default -> null;
        };
        boolean usual = nearBefore(at, 2, Set.of("every", "the", "early", "each", "in")) && !word.equals("yesterday");
        if (hours != null && !usual) {
            found.merge("hours", hours, Math::min);
            found.merge("longest", hours, Math::max);
        } else if (NUMBER_WORDS.containsKey(word) && HOURS.containsKey(word(at + 1)) && !isRate(at)) {
            readTime(at, NUMBER_WORDS.get(word), HOURS.get(word(at + 1)));
        } else if (HOURS.containsKey(word) && Set.of("for", "last", "since", "past").contains(word(at - 1))
                && word.endsWith("s")) {
            readTime(at, 3, HOURS.get(word));
        }
    }

    /** "three times a day" is no duration. */
    private boolean isRate(int at) {
        return Set.of("a", "an").contains(word(at)) && !word(at + 2).equals("ago")
                && !Set.of("for", "about", "past", "over", "than", "last", "within").contains(word(at - 1));
    }

    private void put(String name, double value, double least, double most) {
        if (value >= least && value <= most) {
            found.putIfAbsent(name, value);
        }
    }

    private boolean nearBefore(int at, int distance, Set<String> words) {
        for (int i = at - 1; i >= Math.max(0, at - distance); i--) {
            if (tokens.get(i).sentence() == tokens.get(at).sentence() && words.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean nearAfter(int at, int distance, Set<String> words) {
        for (int i = at + 1; i <= at + distance; i++) {
            if (words.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    private static OptionalDouble number(String word) {
        if (word.isEmpty() || word.length() > 6 || !Character.isDigit(word.charAt(0))) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(word));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    private static Map<String, Double> hours() {
        Map<String, Double> hours = new HashMap<>();
        units(hours, 1 / 60.0, "minute minutes min mins minuto minutos मिनट دقيقه دقايق");
        units(hours, 1, "hour hours hr hrs h hora horas घंटे घंटा घंटों ساعه ساعات");
        units(hours, 24, "day days dia dias दिन दिनों يوم ايام");
        units(hours, 168, "week weeks wk wks semana semanas हफ्ते हफ्ता हफ्तों सप्ताह اسبوع اسابيع");
        units(hours, 730, "month months mes meses महीने महीना महीनों شهر اشهر شهور");
        units(hours, 8_766, "year years yr yrs yo y ano anos साल सालों वर्ष سنه سنوات عام");
        return Map.copyOf(hours);
    }

    private static void units(Map<String, Double> hours, double each, String words) {
        for (Token token : Tokenizer.tokens(words)) {
            hours.put(token.text(), each);
        }
    }

    private static Map<String, Integer> numberWords() {
        Map<String, Integer> words = new HashMap<>();
        String[] inOrder = { "a an one un una uno एक", "two couple dos दो يومين ساعتين", "three few tres तीन ثلاثه",
                "four cuatro चार اربعه", "five cinco पांच خمسه", "six seis छह سته", "seven siete सात سبعه",
                "eight ocho आठ ثمانيه", "nine nueve नौ تسعه", "ten diez दस عشره", "eleven once ग्यारह",
                "twelve doce बारह" };
        for (int i = 0; i < inOrder.length; i++) {
            for (Token token : Tokenizer.tokens(inOrder[i])) {
                words.putIfAbsent(token.text(), i + 1);
            }
        }
        return Map.copyOf(words);
    }
}
