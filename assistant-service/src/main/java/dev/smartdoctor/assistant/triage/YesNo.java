package dev.smartdoctor.assistant.triage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers to a question of yes or no, as people write them in the four languages. What rules something out is a closed set:
 * a no, alone, with an emphasis, or before a clause that takes nothing back. Words of doubt are told apart from it, though
 * they often begin alike, and whatever else there is, is neither: it is asked again.
 */
enum YesNo {
    YES, NO, DOUBT, NEITHER;

    private static final String START = "(?<![\\p{L}\\p{M}])";
    private static final String END = "(?![\\p{L}\\p{M}])";
    private static final Set<String> PLAIN_YES = Set.of("yes", "yeah", "yep", "yup", "si", "हाँ", "हां", "نعم", "اجل",
            "أجل",
            "ايوه", "أيوه", "ايوا", "بلى");
    private static final Set<String> OTHER_YES = Set.of("y", "sure", "true", "ok", "okay", "correct", "definitely",
            "claro",
            "vale", "जी", "हा");
    private static final Set<String> PLAIN_NO = Set.of("no", "n", "nope", "nah", "false", "नहीं", "नही", "ना", "न",
            "لا",
            "كلا", "لأ");
    private static final String HINDI_NO = "नहीं|नही|न";
    private static final Set<String> NEGATIONS = Set.of("no", "not", "never", "none", "cannot", "can't", "cant",
            "don't",
            "dont", "doesn't", "doesnt", "didn't", "didnt", "isn't", "isnt", "aren't", "won't", "wont", "haven't",
            "havent",
            "unable", "nothing", "nada", "nunca", "ninguno", "ninguna", "tampoco", "नहीं", "नही", "न", "لا", "ليس",
            "ليست",
            "لم", "لن", "ما", "مش", "مو");
    /** Words that say nothing of the matter: a denial among them alone is a plain one. */
    private static final Set<String> FILLERS = Set.of("i", "it", "is", "do", "does", "have", "has", "had", "there",
            "the",
            "that", "this", "they", "so", "think", "at", "all", "really", "any", "anything", "of", "me", "we", "my",
            "am",
            "like", "thanks", "thank", "you", "en", "absoluto", "de", "eso", "creo", "que", "lo", "la", "es", "hay",
            "tengo",
            "para", "gracias", "बिल्कुल", "ऐसा", "कुछ", "है", "हैं", "मुझे", "लगता", "أبدا", "ابدا", "على", "الإطلاق",
            "ذلك",
            "شيء", "يوجد", "لدي", "عندي", "هناك", "أعتقد", "اعتقد", "أظن", "اظن", "شكرا");
    /** After a no these make it stronger and deny nothing more. */
    private static final Set<String> EMPHASIS = Set.of("no", "not", "नहीं", "لا");
    /** What takes some of a no back. */
    private static final Set<String> RESERVES = Set.of("but", "only", "just", "except", "though", "although", "yet",
            "pero",
            "solo", "sólo", "salvo", "aunque", "लेकिन", "मगर", "बस", "सिर्फ", "لكن", "ولكن", "فقط");
    private static final Set<String> SUBJECTS = Set.of("i", "it", "they", "he", "she", "we", "the", "my", "does", "do",
            "can");
    private static final Pattern UNSURE = phrases("not sure", "not really sure", "not entirely sure", "not so sure",
            "no clue", "cant say", "unsure", "not certain", "don't know",
            "dont know",
            "do not know", "no idea", "maybe", "perhaps", "possibly", "might be", "could be", "can't tell",
            "cannot tell",
            "can't say", "hard to say", "hard to tell", "i guess", "i think so", "no se", "no sé", "no lo sé",
            "no lo se",
            "no estoy seguro", "no estoy segura", "no estoy muy seguro", "no estoy muy segura", "no tengo idea",
            "quiza", "quizá", "quizas", "quizás", "tal vez", "puede ser",
            "puede que",
            "a lo mejor", "creo que si", "no sabria", "no sabría", "ni idea", "पता नहीं", "नही पता", "मालूम नहीं",
            "नहीं जानता", "नहीं जानती", "नहीं पता",
            "नहीं मालूम", "यकीन नहीं", "शायद", "لا أعرف", "لا اعرف", "لا أدري", "لا ادري", "لست متأكدا", "لست متأكد",
            "لست متأكدة", "لا أعلم", "لا اعلم", "غير متأكد", "غير متأكدة", "مش متأكد",
            "مش متأكدة", "مش عارف", "مش عارفة", "ما أعرف", "ما اعرف", "ربما", "يمكن", "قد يكون");
    private static final Pattern SOMEWHAT = phrases("a bit", "a little", "sometimes", "somewhat", "slightly", "kind of",
            "sort of", "barely", "hardly", "un poco", "a veces", "casi nada", "apenas", "थोड़ा", "थोड़ी", "कभी कभी",
            "कभी-कभी",
            "قليلا", "أحيانا", "احيانا", "بالكاد");

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
        if (UNSURE.matcher(plain).find()) {
            return DOUBT;
        }
        boolean denies = words.stream().anyMatch(NEGATIONS::contains);
        boolean saysNo = PLAIN_NO.contains(words.get(0));
        if (PLAIN_YES.contains(words.get(0))) {
            return !denies && affirmsWhatIsDenied(words, denied) ? NEITHER : YES;
        }
        if (deniesWhatIsDenied(plain, denied)) {
            return YES;
        }
        boolean somewhat = SOMEWHAT.matcher(plain).find();
        if (words.stream().anyMatch(PLAIN_YES::contains) || somewhat && !saysNo) {
            return OTHER_YES.contains(words.get(0)) && !denies && !somewhat ? YES : DOUBT;
        }
        if (!denies && !saysNo) {
            return OTHER_YES.contains(words.get(0)) ? YES : NEITHER;
        }
        return !somewhat && isClear(plain, words, saysNo, denied) ? NO : NEITHER;
    }

    /** The words without those of doubt, which are no symptoms: "can't say" is no trouble with speaking. */
    static String withoutDoubt(String text) {
        String plain = plain(text);
        return UNSURE.matcher(plain).find() ? UNSURE.matcher(plain).replaceAll(" ") : text;
    }

    private static boolean isClear(String plain, List<String> words, boolean saysNo, List<String> denied) {
        List<String> rest = words.subList(1, words.size());
        boolean saysMore = words.stream().anyMatch(
                word -> !FILLERS.contains(word) && !NEGATIONS.contains(word) && !OTHER_YES.contains(word)
                        && !PLAIN_NO.contains(word));
        boolean deniesMore = rest.stream().anyMatch(word -> NEGATIONS.contains(word) && !EMPHASIS.contains(word));
        if (!saysMore) {
            // "No, I can't" and "none" may affirm a question that denies.
            return denied.isEmpty() || saysNo && !deniesMore;
        }
        // "No, it fades": a clause after the no, which takes nothing back.
        boolean clause = rest.size() > 1 && (SUBJECTS.contains(words.get(1))
                || plain.substring(words.get(0).length()).matches("[,.;:!،।].*"));
        return saysNo && clause && rest.stream().noneMatch(word -> NEGATIONS.contains(word) || RESERVES.contains(word));
    }

    /** "It does not fade", "no desaparecen", "निगल नहीं पा रहा": a "not" beside the very word that the question denies. */
    private static boolean deniesWhatIsDenied(String plain, List<String> denied) {
        if (denied.isEmpty()) {
            return false;
        }
        String word = "(?:" + String.join("|", denied.stream().map(Pattern::quote).toList()) + ")[\\p{L}\\p{M}]*";
        String not = "(?:" + String.join("|", NEGATIONS) + ")";
        String between = "\\s+(?:(?:really|even|fully|properly|se|me)\\s+)?";
        return Pattern.compile(
                START + not + between + word + END + "|" + START + word + "\\s+(?:" + HINDI_NO + ")" + END)
                .matcher(plain)
                .find();
    }

    /** "Yes, it fades." */
    private static boolean affirmsWhatIsDenied(List<String> words, List<String> denied) {
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            if (SUBJECTS.contains(words.get(at - 1)) && denied.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace('’', '\'')
                .replace("í", "i").strip().replaceAll("\\s+", " ");
    }

    private static List<String> words(String plain) {
        return Arrays.stream(plain.split("[\\s,.!?;:،।؟¡¿\"]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Pattern phrases(String... phrases) {
        String any = String.join("|", Arrays.stream(phrases).map(YesNo::plain).map(Pattern::quote).toList());
        return Pattern.compile(START + "(?:" + any + ")" + END);
    }
}
