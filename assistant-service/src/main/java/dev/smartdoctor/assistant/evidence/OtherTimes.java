package dev.smartdoctor.assistant.evidence;

import java.util.Set;

/**
 * Tells "my father died 5 years ago" and "I have taught for 5 years" from "it began 5 years ago". The first two say nothing of
 * how long a complaint lasts, and taken for that they would silence the rules for what is new. In doubt a complaint is new,
 * which is the safer way to be wrong. Asked of more than a week only: a shorter time speaks for urgency.
 */
final class OtherTimes {

    private static final int REACH = 8;

    /** Words after the time that place it in the past. */
    private static final Set<String> AGO = Set.of("ago", "back", "earlier", "atras", "पहले");
    private static final Set<String> AGO_BEFORE = Set.of("قبل");
    /** With "ago", only these speak of something that has gone on since. */
    private static final Set<String> ONSETS = Set.of("start", "starts", "started", "starting", "begin", "began",
            "begun", "beginning", "noticed", "notice", "onset", "appeared", "developed", "empezo", "empezaron",
            "comenzo", "comenzaron", "inicio", "aparecio", "aparecieron", "note", "शुरू", "بدا", "بدات", "بدء",
            "ضهر", "ضهرت");
    private static final Set<String> SINCE = Set.of("since", "desde");
    /** "Hace 2 meses" and "منذ شهرين" are either, "ago" or "for": with these they are "ago". */
    private static final Set<String> EITHER = Set.of("hace", "منذ", "من");
    private static final Set<String> EVENTS = Set.of("operaron", "opero", "operado", "operada", "operacion",
            "cirugia", "murio", "fallecio", "infarto", "derrame", "parto", "cesarea", "diagnosticaron",
            "diagnosticado", "diagnosticada", "accidente", "tuve", "tuvo", "luz", "nacio", "internado", "internada",
            "internaron", "hospitalizado", "hospitalizada", "عمليه", "جراحه", "توفي", "توفيت", "مات", "ماتت", "ولدت",
            "ولاده", "جلطه", "حادث", "اجريت");

    /** A sentence without a complaint of its own goes on about the last one when it begins so, or has one of these. */
    private static final Set<String> BEGINNINGS = Set.of("for", "since", "about", "over", "around", "almost",
            "nearly", "past", "last", "desde", "hace", "por", "durante", "llevo", "casi", "पिछले", "लगभग", "करीब",
            "منذ", "من", "لمده", "خلال");
    private static final Set<String> REFERENCES = Set.of("it", "its", "pain", "pains", "ache", "aches", "hurt",
            "hurts", "dolor", "dolores", "duele", "दर्द", "الم", "وجع", "this", "that", "these", "those", "they",
            "them", "symptom", "symptoms", "problem", "problems", "condition", "issue", "same", "so", "like", "esto",
            "eso", "este", "estos", "sintoma", "sintomas", "problema", "problemas", "asi", "यह", "ये", "ऐसा",
            "समस्या", "लक्षण", "هذا", "هذه", "هذي", "كذا", "هيك", "مشكله", "اعراض");

    private OtherTimes() {
    }

    /** Whether the time at this place stands in a sentence that speaks of no complaint, neither by name nor by "it". */
    static boolean isOfNoComplaint(Words words, int at, Set<Integer> sentencesOfFindings) {
        int sentence = words.tokens().get(at).sentence();
        if (sentencesOfFindings.contains(sentence) || nearInSentence(words, at, REFERENCES)
                || nearInSentence(words, at, ONSETS)) {
            return false;
        }
        int first = at;
        while (first > 0 && words.tokens().get(first - 1).sentence() == sentence) {
            first--;
        }
        return first != at && !BEGINNINGS.contains(words.at(first));
    }

    /** Whether the time at this place dates something other than the beginning of a complaint. */
    static boolean isOfAnEvent(Words words, int at) {
        if (AGO.contains(words.at(at + 1)) || AGO.contains(words.at(at + 2)) || words.nearBefore(at, 1, AGO_BEFORE)) {
            return !nearInSentence(words, at, ONSETS) && !nearInSentence(words, at, SINCE);
        }
        return words.nearBefore(at, 2, EITHER) && !words.nearBefore(at, 2, SINCE) && nearInSentence(words, at, EVENTS);
    }

    private static boolean nearInSentence(Words words, int at, Set<String> wanted) {
        for (int i = Math.max(0, at - REACH); i <= Math.min(words.count() - 1, at + REACH); i++) {
            if (words.tokens().get(i).sentence() == words.tokens().get(at).sentence() && wanted.contains(words.at(i))) {
                return true;
            }
        }
        return false;
    }
}
