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
    private static final Set<String> NEGATIONS = Set.of("not", "never", "none", "cannot", "can't", "cant", "don't",
            "dont",
            "doesn't", "doesnt", "didn't", "didnt", "isn't", "isnt", "aren't", "won't", "wont", "hardly", "barely",
            "unable",
            "nada", "nunca", "ninguno", "ninguna", "tampoco", "no", "नहीं", "नही", "न", "لا", "ليس", "ليست", "لم", "لن",
            "ما",
            "مش", "مو");
    /** What a no may go on with without saying anything of the matter. */
    private static final Set<String> FILLERS = Set.of("i", "it", "is", "does", "do", "have", "has", "had", "there",
            "the",
            "that", "this", "so", "think", "at", "all", "really", "any", "anything", "nothing", "of", "me", "we", "my",
            "thanks", "thank", "you", "like", "far", "yet", "now", "en", "absoluto", "de", "eso", "creo", "que", "lo",
            "la",
            "es", "hay", "tengo", "gracias", "para", "बिल्कुल", "जी", "ऐसा", "कुछ", "है", "हैं", "मुझे", "लगता", "أبدا",
            "ابدا",
            "شكرا", "على", "الإطلاق", "أعتقد", "اعتقد", "ذلك", "شيء", "يوجد", "لدي", "عندي", "هناك");
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

    /** @param negative whether "yes" affirms that something is not so, as in "a rash that does not fade" */
    static YesNo of(String text, boolean negative) {
        String plain = plain(text);
        List<String> words = words(plain);
        if (words.isEmpty()) {
            return NEITHER;
        }
        if (UNSURE.test(plain)) {
            return DOUBT;
        }
        String first = words.get(0);
        if (PLAIN_YES.contains(first)) {
            return YES;
        }
        boolean denied = words.stream().anyMatch(NEGATIONS::contains);
        if (PLAIN_NO.contains(first) || OTHER_YES.contains(first) && denied || NEGATIONS.contains(first)) {
            return no(plain, words, negative);
        }
        if (OTHER_YES.contains(first) || SOMEWHAT.test(plain) || words.stream().anyMatch(PLAIN_YES::contains)) {
            return OTHER_YES.contains(first) ? YES : DOUBT;
        }
        return negative && denied ? YES : NEITHER;
    }

    /** What begins with a no: also its opposite, where the question says "not" itself, or where a yes comes after all. */
    private static YesNo no(String plain, List<String> words, boolean negative) {
        List<String> rest = words.subList(1, words.size());
        if (rest.stream().anyMatch(PLAIN_YES::contains)) {
            return DOUBT;
        }
        boolean saysMore = rest.stream().anyMatch(word -> !FILLERS.contains(word) && !NEGATIONS.contains(word));
        boolean ofTheMatter = !PLAIN_NO.contains(words.get(0)) || rest.stream().anyMatch(NEGATIONS::contains)
                || goesStraightOn(plain, words);
        return negative && saysMore && ofTheMatter ? YES : NO;
    }

    /** "No desaparecen" denies the verb; "no, desaparecen" denies the question. */
    private static boolean goesStraightOn(String plain, List<String> words) {
        return words.size() > 1 && plain.startsWith(words.get(0) + " " + words.get(1))
                && !FILLERS.contains(words.get(1));
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
