package dev.smartdoctor.assistant.evidence;

import java.util.Set;

/**
 * Tells ages from other numbers. An age that is wrongly read as a child's could silence rules for adults, and an adult's rules
 * for children: a number without a unit is taken for the age of an adult only, and counts only where no child is spoken of.
 */
final class Ages {

    private static final Set<String> AGE_WORDS = Set.of("old", "yo", "age", "aged", "edad", "عمر", "عمره", "عمرها",
            "عمري", "उम्र", "आयु");
    private static final Set<String> SELF = Set.of("im", "am", "shes", "hes", "age", "aged", "edad", "उम्र", "आयु",
            "عمره", "عمرها",
            "عمري");
    private static final Set<String> ADULTS = Set.of("dad", "father", "mom", "mum", "mother", "grandpa", "grandma",
            "grandfather", "grandmother", "grandad", "granny", "nan", "husband", "wife", "uncle", "aunt", "man",
            "woman", "male", "female",
            "padre", "madre", "papa", "mama", "abuelo", "abuela", "marido", "esposo", "esposa", "hombre", "mujer");
    private static final Set<String> COPULAS = Set.of("is", "was", "turned", "es", "tiene", "de", "only", "just",
            "about");
    private static final Set<String> BABIES = Set.of("baby", "babys", "newborn", "infant", "bebe", "lactante", "nacido",
            "शिशु", "नवजात", "رضيع", "رضيعي", "مولود", "بيبي");
    private static final Set<String> CHILDREN = Set.of("baby", "boy", "girl", "infant", "child", "son", "daughter",
            "toddler", "kid", "hijo", "hija", "nino", "nina", "bebe", "बच्चा", "बच्ची", "बच्चे", "बेटा", "बेटी", "शिशु",
            "طفل", "طفلي", "طفلتي", "ابني", "ابنتي", "بنتي", "رضيع");
    private static final Set<String> PERSONS = Set.of("baby", "boy", "girl", "infant", "child", "son", "daughter",
            "male", "female", "man", "woman");
    private static final Set<String> GENITIVES = Set.of("का", "की", "के");
    private static final Set<String> OTHER_UNITS = Set.of("kg", "kilos", "lb", "lbs", "stone", "pounds", "mg", "ml",
            "g",
            "cm", "feet", "foot", "ft", "miles", "km", "percent", "times", "pills", "tablets", "out", "bpm", "units",
            "c", "f", "celsius", "degrees", "grados", "डिग्री", "sure", "veces", "pastillas", "गोली", "गोलियां", "बार",
            "حبه", "مره");
    /** What else is told by a number that stands alone. */
    private static final Set<String> READINGS = Set.of("pulse", "rate", "hr", "heart", "bp", "pressure", "weight",
            "flow",
            "pulso", "frecuencia", "presion", "tension", "peso", "नाड़ी", "वजन", "نبض", "نبضه", "ضغط", "وزن");
    private static final Set<String> OF_ONESELF = Set.of("i", "im", "ive", "me", "myself", "yo", "estoy", "tengo");
    private static final Set<String> SPANS = Set.of("hace", "desde", "por", "durante", "ultimos", "llevo", "lleva",
            "من", "منذ", "قبل", "لمده", "خلال", "पिछले", "for", "since", "past", "last");
    private static final Set<String> SPANS_AFTER = Set.of("से", "पहले", "तक", "ago", "atras", "بعد");

    private final Words words;

    Ages(Words words) {
        this.words = words;
    }

    /** "6 week old", "tengo 60 años", "बच्चा 2 महीने का", "عمره 3 أسابيع". */
    boolean hasUnit(int at, double value, double hoursEach) {
        String next = words.at(at + 2);
        return AGE_WORDS.contains(next) || words.nearBefore(at, 2, AGE_WORDS) || words.at(at + 1).equals("yo")
                || PERSONS.contains(next)
                || hoursEach == Times.YEAR && isInYears(at, value)
                || hoursEach >= Times.DAY && hoursEach < Times.YEAR && isOfChild(at, hoursEach)
                || GENITIVES.contains(next)
                        && (CHILDREN.contains(words.at(at + 3)) || words.nearBefore(at, 3, CHILDREN));
    }

    private boolean isInYears(int at, double value) {
        boolean told = Set.of("tengo", "tiene", "am", "im").contains(words.at(at - 1));
        boolean english = words.at(at + 1).startsWith("y");
        boolean span = words.nearBeforeInClause(at, 3, SPANS) || SPANS_AFTER.contains(words.at(at + 2));
        return told || !english && value >= 16 && !span && !words.nearBefore(at, 4, Measures.HABITS);
    }

    private boolean isOfChild(int at, double hoursEach) {
        if (SPANS_AFTER.contains(words.at(at + 2)) || words.nearBeforeInClause(at, 3, SPANS)) {
            // "I had my baby 2 weeks ago" says nothing of how old the patient is.
            return false;
        }
        if (words.at(at - 1).equals("tiene") && hoursEach > Times.DAY && Set.of("y", "").contains(words.at(at + 2))) {
            // So long a grown person's complaint may have lasted too.
            return !words.anywhere(ADULTS) && (at == 1 || words.anywhereBefore(at, CHILDREN)
                    || words.anywhereBefore(at, BABIES));
        }
        int noun = at - 1;
        while (COPULAS.contains(words.at(noun))) {
            noun--;
        }
        return BABIES.contains(words.at(noun))
                || (hoursEach > Times.DAY ? noun < at - 1 : words.at(at - 1).equals("de"))
                        && CHILDREN.contains(words.at(noun));
    }

    /** "im 62", "my dad is 70", "عمره 70", a number that stands alone between commas: whoever's age that is. */
    boolean isBare(int at, double value) {
        if (READINGS.contains(words.at(at - 1)) || value < 18 || value > 110 || value != Math.rint(value)
                || OTHER_UNITS.contains(words.at(at + 1))
                || Times.isUnit(words.at(at + 1))) {
            return false;
        }
        int before = at - 1;
        while (COPULAS.contains(words.at(before))) {
            before--;
        }
        return SELF.contains(words.at(at - 1)) || ADULTS.contains(words.at(before)) && !words.anywhere(OF_ONESELF)
                || words.isAlone(at) && !words.anywhere(Measures.TEMPERATURE_WORDS)
                        && !words.anywhere(Measures.OXYGEN_WORDS);
    }

    boolean isAgeWord(String word) {
        return AGE_WORDS.contains(word);
    }
}
