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

    /** The age of somebody whom the text speaks of, perhaps of the patient; never part of the evidence under this name. */
    static final String BARE_AGE = "bare_age";
    /** Likewise: it stands for too much sugar and too little. */
    static final String SUGAR_OF_EITHER_UNIT = "sugar_of_either_unit";
    static final Set<String> HABITS = Set.of("smoker", "smokes", "smoking", "smoked", "hypertension", "diabetes",
            "diabetic", "married", "cigarettes", "alcohol", "medication", "medications", "fuma", "fumo", "trip",
            "menopause");
    /** What else somebody has lived with for so long, while the complaint may be new. */
    private static final Set<String> BACKGROUND = Set.of("asthma", "asthmatic", "copd", "emphysema", "epilepsy",
            "epileptic", "reflux", "gerd", "dialysis", "taking", "pill", "lived", "living", "worked", "retired", "asma",
            "asmatico", "asmatica", "epoc", "epilepsia", "reflujo", "dialisis", "jubilado", "jubilada", "दमा", "अस्थमा",
            "मिर्गी", "ربو", "صرع");
    static final Set<String> TEMPERATURE_WORDS = Set.of("temperature", "temp", "fever", "fevers", "fiebre", "calentura",
            "temperatura", "बुखार", "तापमान", "حراره", "حرارته", "حرارتها", "حمي", "سخونه", "degrees", "grados",
            "डिग्री", "درجه");
    static final Set<String> OXYGEN_WORDS = Set.of("saturation", "spo", "oxygen", "sats", "sat", "oximeter", "ox",
            "saturacion", "satura", "oxigeno", "oximetro", "oxigenacion", "ऑक्सीजन", "ऑक्सीमीटर", "सैचुरेशन", "स्पो",
            "اكسجين", "اوكسجين", "تشبع");
    private static final Set<String> SUGAR_WORDS = Set.of("sugar", "sugars", "glucose", "azucar", "glucosa", "शुगर",
            "ग्लूकोज", "سكر", "سكره", "سكرها", "سكري");
    private static final Set<String> EPISODE = Set.of("every", "each", "per", "lasting", "lasts", "lasted", "cada");
    private static final Set<String> PREGNANCY = Set.of("pregnant", "gestation", "gestational", "pregnancy",
            "contractions", "labour", "labor", "trimester", "movements", "embarazada", "embarazo", "contracciones",
            "गर्भवती", "गर्भ",
            "गर्भावस्था", "प्रेग्नेंट", "حامل", "حمل", "حبلي", "جنين");
    private static final Map<String, Integer> MONTHS = Map.of("خامس", 5, "سادس", 6, "سابع", 7, "ثامن", 8, "تاسع", 9,
            "third", 7, "eighth", 8, "octavo", 8, "septimo", 7);
    private static final Map<String, Integer> NUMBER_WORDS = numberWords();

    private final Words words;
    private final Set<Integer> sentencesOfFindings;
    private final Ages ages;
    private final Map<String, Double> found = new HashMap<>();

    private Measures(List<Token> tokens, Set<Integer> sentencesOfFindings) {
        this.words = new Words(tokens);
        this.sentencesOfFindings = sentencesOfFindings;
        this.ages = new Ages(words);
    }

    static Map<String, Double> in(List<Token> tokens, Set<Integer> sentencesOfFindings) {
        Measures measures = new Measures(tokens, sentencesOfFindings);
        for (int i = 0; i < tokens.size(); i++) {
            measures.read(i);
        }
        return Map.copyOf(measures.found);
    }

    private void read(int at) {
        String word = words.at(at);
        OptionalDouble number = Numbers.digits(word);
        if (number.isPresent()) {
            readNumber(at, number.getAsDouble());
        } else if (word.indexOf('/') > 0) {
            readFraction(word);
        } else {
            readWordOfTime(at, word);
        }
    }

    private void readNumber(int at, double value) {
        String unit = words.at(at + 1);
        if (unit.equals("y") && Set.of("o", "old").contains(words.at(at + 2))) {
            put("age", value, 0, 125);
        } else if (isOfPregnancy(at, value)) {
            put("weeks", unit.matches("mes|meses|mo|months?|महीने|माह|شهر|اشهر|شهور") ? value * 4.345 : value, 1, 45);
        } else if (Times.isUnit(unit)) {
            readTime(at, value, Times.hours(unit));
        } else if (isLaterOxygen(at)) {
            found.merge("spo2", value, Math::min);
        } else if (isOxygen(at)) {
            put("spo2", value, 41, 100);
        } else if (words.nearBefore(at, 4, SUGAR_WORDS)) {
            readSugar(value);
        } else if (isTenth(at)) {
            put("severity", value, 0, 10);
        } else if (!readTemperature(at, value) && ages.isBare(at, value)) {
            put(BARE_AGE, value, 0, 125);
        }
    }

    private void readSugar(double value) {
        if (value > 33.5 && value <= 60) {
            // A laboratory's mmol/l or a meter's mg/dl: far too much or far too little.
            put(SUGAR_OF_EITHER_UNIT, value, 33.5, 60);
        } else {
            put("glucose", value > 60 ? value / 18 : value, 0.5, 60);
        }
    }

    private boolean isOxygen(int at) {
        // "SpO2" and "O2" are read as a word and a number.
        for (int i = at - 1; i >= at - 3; i--) {
            if (words.at(i).equals("2") && Set.of("o", "spo", "स्पो").contains(words.at(i - 1))) {
                return true;
            }
        }
        return words.nearBefore(at, 4, OXYGEN_WORDS);
    }

    /** "Dropped from 97 to 84", "was 97, now 84": what counts is the worst. */
    private boolean isLaterOxygen(int at) {
        double value = Numbers.digits(words.at(at)).orElse(0);
        return value > 40 && value <= 100 && Set.of("to", "now", "then", "a").contains(words.at(at - 1))
                && Numbers.digits(words.at(at - 2)).isPresent() && isOxygen(at - 2);
    }

    private boolean isTenth(int at) {
        return Set.of("out", "de", "من", "में").contains(words.at(at + 1))
                && (words.at(at + 3).equals("10") || words.at(at + 2).equals("10"));
    }

    private boolean readTemperature(int at, double value) {
        String unit = words.at(at + 1);
        boolean named = words.nearBefore(at, 5, TEMPERATURE_WORDS) || words.nearAfter(at, 2, TEMPERATURE_WORDS);
        // A fever with tenths is written like nothing else.
        boolean ofChild = found.getOrDefault("age", 99.0) < 16 && value >= 38 && value < 42
                && Set.of("tiene", "con", "has", "at", "with").contains(words.at(at - 1));
        boolean tenths = value != Math.rint(value) && value >= 37.5 && value <= 42.5
                && !unit.matches("kg|kilos|cm|lbs?");
        if (value >= 30 && value <= 44 && (named || tenths || ofChild || unit.equals("c") || unit.equals("celsius"))) {
            put("temp", value, 30, 44);
            return true;
        } else if (value >= 90 && value <= 110 && (named || unit.equals("f") || unit.equals("fahrenheit"))) {
            put("temp", (value - 32) / 1.8, 30, 44);
            return true;
        }
        return false;
    }

    private void readFraction(String word) {
        int slash = word.indexOf('/');
        OptionalDouble over = Numbers.digits(word.substring(0, slash));
        OptionalDouble under = Numbers.digits(word.substring(slash + 1));
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
        if (ages.hasUnit(at, value, hoursEach)) {
            put("age", hours / Times.YEAR, 0, 125);
        } else if (isDuration(at, hoursEach) && !(hoursEach >= Times.MONTH && isOfBackground(at)) && value <= 100) {
            lasting(at, hours);
        }
    }

    private void lasting(int at, double hours) {
        if (hours > Times.WEEK && (OtherTimes.isOfAnEvent(words, at)
                || OtherTimes.isOfNoComplaint(words, at, sentencesOfFindings))) {
            return;
        }
        lasting(hours);
    }

    private void lasting(double hours) {
        found.merge("hours", hours, Math::min);
        found.merge("longest", hours, Math::max);
    }

    /** How long it has been so, not how long one attack or a walk takes. */
    private boolean isDuration(int at, double hoursEach) {
        boolean ago = Set.of("ago", "history", "duration", "now", "hace", "atras", "से", "पहले", "back")
                .contains(words.at(at + 2))
                || words.nearBefore(at, 3,
                        Set.of("since", "started", "past", "last", "desde", "hace", "منذ", "من", "قبل", "began"));
        if (words.nearBefore(at, 3, EPISODE)) {
            return false;
        }
        return ago || hoursEach >= 1 && (words.nearBefore(at, 4, Set.of("for", "over", "about", "than", "duration",
                "por")) || words.at(at + 2).equals("of") || words.at(at + 2).isEmpty());
    }

    private boolean isOfPregnancy(int at, double value) {
        boolean weeks = Set.of("week", "weeks", "wk", "wks", "semanas", "semana", "th", "nd", "rd", "st", "सप्ताह",
                "हफ्ते", "اسبوع", "اسابيع", "month", "months", "meses", "महीने", "माह", "شهر", "اشهر", "شهور")
                .contains(words.at(at + 1)) || Set.of("week", "semana", "اسبوع").contains(words.at(at - 1));
        // "37 weeks with a headache" that begins so is how far a pregnancy is.
        boolean opens = words.beginsClause(at) && words.at(at + 1).matches("weeks|wks|semanas") && value >= 20
                && value <= 42 && Set.of("with", "and", "con", "y").contains(words.at(at + 2));
        return weeks && !ages.isAgeWord(words.at(at + 2))
                && (opens || words.nearAfter(at, 5, PREGNANCY) || words.nearBefore(at, 5, PREGNANCY));
    }

    private boolean isOfBackground(int at) {
        return words.nearBefore(at, 6, HABITS) || words.nearAfter(at, 5, HABITS)
                || words.nearBefore(at, 6, BACKGROUND) || words.nearAfter(at, 5, BACKGROUND);
    }

    private void readWordOfTime(int at, String word) {
        String before = words.at(at - 1);
        Double hours = Times.since(word);
        boolean usual = words.nearBefore(at, 2, Set.of("every", "the", "early", "each", "in"))
                && !word.equals("yesterday");
        boolean spanish = word.equals("manana") && before.equals("esta");
        boolean night = word.equals("night") && Set.of("last", "all").contains(before)
                || word.equals("day") && before.equals("all")
                || word.equals("dia") && words.at(at - 2).equals("todo");
        if (hours != null && !usual) {
            lasting(hours);
        } else if (spanish || night) {
            lasting(12);
        } else if (Times.two(word) != null) {
            readSpan(at, Times.two(word));
        } else if (MONTHS.containsKey(word) && (words.nearBefore(at, 6, PREGNANCY)
                || words.nearAfter(at, 3, PREGNANCY))) {
            put("weeks", MONTHS.get(word) * 4.345, 1, 45);
        } else if (Times.isUnit(word) && ages.isAgeWord(before)) {
            readSpan(at, Times.hours(word));
        } else if (NUMBER_WORDS.containsKey(word) && Times.isUnit(words.at(at + 1)) && !isRate(at)) {
            readCounted(at, NUMBER_WORDS.get(word));
        } else if (Times.isUnit(word) && Set.of("for", "last", "since", "past").contains(before)
                && word.endsWith("s")) {
            readTime(at, 3, Times.hours(word));
        }
    }

    private void readCounted(int at, int value) {
        if (isOfPregnancy(at, value)) {
            readNumber(at, value);
        } else {
            readTime(at, value, Times.hours(words.at(at + 1)));
        }
    }

    private void readSpan(int at, double hours) {
        if (ages.isAgeWord(words.at(at - 1))) {
            put("age", hours / Times.YEAR, 0, 125);
        } else if (words.nearBefore(at, 2, Set.of("منذ", "من", "قبل"))) {
            lasting(at, hours);
        }
    }

    /** "three times a day" is no duration. */
    private boolean isRate(int at) {
        return Set.of("a", "an").contains(words.at(at)) && !words.at(at + 2).equals("ago")
                && !Set.of("for", "since", "about", "past", "over", "than", "last", "within")
                        .contains(words.at(at - 1));
    }

    private void put(String name, double value, double least, double most) {
        if (value >= least && value <= most) {
            found.putIfAbsent(name, value);
        }
    }

    private static Map<String, Integer> numberWords() {
        Map<String, Integer> numbers = new HashMap<>();
        String[] inOrder = { "a an one un una uno एक", "two couple dos दो", "three few tres तीन ثلاثه",
                "four cuatro चार اربعه", "five cinco पांच خمسه", "six seis छह سته",
                "seven siete सात سبعه", "eight ocho आठ ثمانيه", "nine nueve नौ تسعه",
                "ten diez दस عشره", "eleven once ग्यारह", "twelve doce बारह" };
        for (int i = 0; i < inOrder.length; i++) {
            for (Token token : Tokenizer.tokens(inOrder[i])) {
                numbers.putIfAbsent(token.text(), i + 1);
            }
        }
        return Map.copyOf(numbers);
    }
}
