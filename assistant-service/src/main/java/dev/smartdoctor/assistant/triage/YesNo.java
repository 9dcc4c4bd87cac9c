package dev.smartdoctor.assistant.triage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Answers to a question of yes or no, as people write them in the four languages. Only a clear no rules something out: doubt
 * is told apart from it, though it often begins with the same word, and so is a no that repeats what a negative question says.
 */
enum YesNo {
    YES, NO, DOUBT, NEITHER;

    private static final Set<String> PLAIN_YES = Set.of("yes", "yeah", "yep", "yup", "si", "हाँ", "हां", "نعم", "اجل",
            "أجل",
            "ايوه", "أيوه", "ايوا", "بلى");
    private static final Set<String> OTHER_YES = Set.of("y", "sure", "true", "ok", "okay", "correct", "definitely",
            "claro",
            "vale", "जी", "हा");
    private static final Set<String> PLAIN_NO = Set.of("no", "n", "nope", "nah", "false", "नहीं", "नही", "ना", "न",
            "لا",
            "كلا", "لأ");
    private static final Set<String> NEGATIONS = Set.of("no", "not", "never", "none", "cannot", "can't", "cant",
            "don't",
            "dont", "doesn't", "doesnt", "didn't", "didnt", "isn't", "isnt", "aren't", "won't", "wont", "hardly",
            "barely",
            "unable", "nada", "nunca", "ninguno", "ninguna", "tampoco", "नहीं", "नही", "न", "لا", "ليس", "ليست", "لم",
            "لن",
            "ما", "مش", "مو");
    /** Words that say nothing of the matter: a denial among them alone is a plain one. */
    private static final Set<String> FILLERS = Set.of("i", "it", "is", "does", "do", "have", "has", "had", "there",
            "the",
            "that", "this", "they", "so", "think", "at", "all", "really", "any", "anything", "nothing", "of", "me",
            "we", "my",
            "en", "absoluto", "de", "eso", "creo", "que", "lo", "la", "es", "hay", "tengo", "para", "बिल्कुल", "ऐसा",
            "कुछ",
            "है", "हैं", "मुझे", "أبدا", "ابدا", "على", "الإطلاق", "ذلك", "شيء", "يوجد", "لدي", "عندي", "هناك");
    private static final Predicate<String> THINKS_NOT = phrases("don't think so", "dont think so", "do not think so",
            "think not", "creo que no", "no creo", "नहीं लगता", "लगता नहीं", "لا أعتقد", "لا اعتقد", "لا أظن", "لا اظن",
            "ما أظن", "ما اظن");
    private static final Predicate<String> UNSURE = phrases("not sure", "unsure", "not certain", "don't know",
            "dont know",
            "do not know", "no idea", "maybe", "perhaps", "possibly", "might be", "could be", "can't tell",
            "cannot tell",
            "can't say", "hard to say", "hard to tell", "i guess", "i think so", "no se", "no sé", "no lo sé",
            "no lo se",
            "no estoy seguro", "no estoy segura", "quiza", "quizá", "quizas", "quizás", "tal vez", "puede ser",
            "puede que",
            "a lo mejor", "creo que si", "no sabria", "no sabría", "ni idea", "पता नहीं", "मालूम नहीं", "नहीं पता",
            "नहीं मालूम", "यकीन नहीं", "शायद", "لا أعرف", "لا اعرف", "لا أدري", "لا ادري", "لست متأكدا", "لست متأكد",
            "لست متأكدة", "غير متأكد", "مش متأكد", "مش عارف", "ما أعرف", "ما اعرف", "ربما", "يمكن", "قد يكون");
    /** A small yes. After a no it is part of the no: "no, just a little tired". */
    private static final Predicate<String> SOMEWHAT = phrases("a bit", "a little", "sometimes", "somewhat", "slightly",
            "kind of", "sort of", "un poco", "a veces", "थोड़ा", "थोड़ी", "कभी कभी", "कभी-कभी", "قليلا", "أحيانا",
            "احيانا");

    /**
     * @param denied beginnings of the words that the question itself denies, as "fad" in "a rash that does not fade": a
     *            "not" about them affirms the question. Empty for most questions.
     */
    static YesNo of(String text, List<String> denied) {
        String plain = plain(text);
        List<String> words = words(plain);
        if (words.isEmpty()) {
            return NEITHER;
        }
        if (THINKS_NOT.test(plain)) {
            return NO;
        }
        if (UNSURE.test(plain)) {
            return DOUBT;
        }
        String first = words.get(0);
        if (PLAIN_YES.contains(first)) {
            return YES;
        }
        if (repeats(plain, words, denied)) {
            return YES;
        }
        boolean denies = words.stream().anyMatch(NEGATIONS::contains);
        if (PLAIN_NO.contains(first) || NEGATIONS.contains(first) || OTHER_YES.contains(first) && denies) {
            return words.stream().skip(1).anyMatch(PLAIN_YES::contains) ? DOUBT : NO;
        }
        if (OTHER_YES.contains(first)) {
            return YES;
        }
        if (SOMEWHAT.test(plain) || words.stream().anyMatch(PLAIN_YES::contains)) {
            return DOUBT;
        }
        boolean saysMore = words.stream().anyMatch(word -> !FILLERS.contains(word) && !NEGATIONS.contains(word));
        if (!denies || saysMore) {
            return NEITHER;
        }
        // "It does not": what, the question has to say.
        return denied.isEmpty() ? NO : DOUBT;
    }

    /** Whether it says again, with a "not" of its own, what the question denies. */
    private static boolean repeats(String plain, List<String> words, List<String> denied) {
        if (words.stream().noneMatch(word -> isDenied(word, denied))) {
            return false;
        }
        // "No, it fades" answers the question; "no desaparecen" denies the verb.
        boolean answersFirst = PLAIN_NO.contains(words.get(0)) && !goesOnWithTheDenied(plain, words, denied);
        return words.stream().skip(answersFirst ? 1 : 0).anyMatch(NEGATIONS::contains);
    }

    private static boolean goesOnWithTheDenied(String plain, List<String> words, List<String> denied) {
        return words.size() > 1 && plain.startsWith(words.get(0) + " " + words.get(1))
                && isDenied(words.get(1), denied);
    }

    private static boolean isDenied(String word, List<String> denied) {
        return denied.stream().anyMatch(word::startsWith);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace('’', '\'')
                .replace("í", "i").strip().replaceAll("\\s+", " ");
    }

    private static List<String> words(String plain) {
        return Arrays.stream(plain.split("[\\s,.!?;:،।؟¡¿\"]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Predicate<String> phrases(String... phrases) {
        String any = String.join("|", Arrays.stream(phrases).map(YesNo::plain).map(Pattern::quote).toList());
        return Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + any + ")(?![\\p{L}\\p{M}])").asPredicate();
    }
}
