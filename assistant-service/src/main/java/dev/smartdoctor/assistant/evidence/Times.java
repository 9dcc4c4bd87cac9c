package dev.smartdoctor.assistant.evidence;

import java.util.HashMap;
import java.util.Map;

/**
 * Units of time and words that name a time, in hours.
 */
final class Times {

    static final double DAY = 24;
    static final double WEEK = 168;
    static final double MONTH = 730;
    static final double YEAR = 8_766;

    private static final Map<String, Double> UNITS = units();
    private static final Map<String, Double> SINCE = since();
    private static final Map<String, Double> TWO = two();

    private Times() {
    }

    static boolean isUnit(String word) {
        return UNITS.containsKey(word);
    }

    static double hours(String unit) {
        return UNITS.get(unit);
    }

    /** How long ago "yesterday", "tonight" or "आज" began; null for other words. */
    static Double since(String word) {
        return SINCE.get(word);
    }

    /** Arabic says two of a unit in one word: "شهرين" are two months. Null for other words. */
    static Double two(String word) {
        return TWO.get(word);
    }

    private static Map<String, Double> units() {
        Map<String, Double> units = new HashMap<>();
        put(units, 1 / 60.0, "minute minutes min mins minuto minutos मिनट دقيقه دقايق");
        put(units, 1, "hour hours hr hrs h hora horas घंटे घंटा घंटों ساعه ساعات");
        put(units, DAY, "day days dia dias दिन दिनों يوم ايام");
        put(units, WEEK, "week weeks wk wks semana semanas हफ्ते हफ्ता हफ्तों सप्ताह اسبوع اسابيع");
        put(units, MONTH, "month months mo mos mth mths mes meses महीने महीना महीनों माह شهر اشهر شهور");
        put(units, YEAR, "year years yr yrs yo ano anos साल सालों वर्ष سنه سنوات سنين عام");
        return Map.copyOf(units);
    }

    private static Map<String, Double> since() {
        Map<String, Double> since = new HashMap<>();
        put(since, DAY, "yesterday ayer امس امبارح بارحه overnight कल");
        put(since, 12, "anoche रात");
        put(since, 8, "today hoy morning tonight evening afternoon आज सुबह शाम يوم صباح صبح");
        return Map.copyOf(since);
    }

    private static Map<String, Double> two() {
        Map<String, Double> two = new HashMap<>();
        put(two, 2, "ساعتين");
        put(two, 2 * DAY, "يومين");
        put(two, 2 * WEEK, "اسبوعين");
        put(two, 2 * MONTH, "شهرين");
        put(two, 2 * YEAR, "سنتين");
        return Map.copyOf(two);
    }

    private static void put(Map<String, Double> hours, double each, String words) {
        Tokenizer.tokens(words).forEach(token -> hours.put(token.text(), each));
    }
}
