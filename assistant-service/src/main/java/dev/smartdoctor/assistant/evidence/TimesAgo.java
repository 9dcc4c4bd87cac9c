package dev.smartdoctor.assistant.evidence;

import java.util.Set;

/**
 * Tells "my father died 5 years ago" from "it began 5 years ago". The first says nothing of how long a complaint lasts, and
 * taken for that it would silence the rules for what is new. In doubt a complaint is new, which is the safer way to be wrong.
 * Asked of more than a week only: a shorter time speaks for urgency.
 */
final class TimesAgo {

    private static final int REACH = 8;

    /** Words after the time that place it in the past. */
    private static final Set<String> AGO = Set.of("ago", "back", "earlier", "atras", "पहले");
    private static final Set<String> AGO_BEFORE = Set.of("قبل");
    /** With "ago", only these speak of something that has gone on since. */
    private static final Set<String> ONSETS = Set.of("start", "starts", "started", "starting", "begin", "began",
            "begun",
            "beginning", "noticed", "notice", "onset", "appeared", "developed", "since", "empezo", "empezaron",
            "comenzo",
            "comenzaron", "inicio", "aparecio", "aparecieron", "note", "desde", "शुरू", "بدا", "بدات", "بدء", "ضهر",
            "ضهرت");
    /** "Hace 2 meses" and "منذ شهرين" are either, "ago" or "for": with these they are "ago". */
    private static final Set<String> EITHER = Set.of("hace", "منذ", "من");
    private static final Set<String> EVENTS = Set.of("operaron", "opero", "operado", "operada", "operacion", "cirugia",
            "murio", "fallecio", "infarto", "derrame", "parto", "cesarea", "diagnosticaron", "diagnosticado",
            "diagnosticada", "accidente", "tuve", "tuvo", "luz", "nacio", "internado", "internada", "internaron",
            "hospitalizado", "hospitalizada", "عمليه", "جراحه", "توفي", "توفيت", "مات", "ماتت", "ولدت", "ولاده", "جلطه",
            "حادث", "اجريت");

    private TimesAgo() {
    }

    /** Whether the time at this place dates something other than the beginning of a complaint. */
    static boolean isOfAnEvent(Words words, int at) {
        if (AGO.contains(words.at(at + 1)) || AGO.contains(words.at(at + 2)) || words.nearBefore(at, 1, AGO_BEFORE)) {
            return !nearInSentence(words, at, ONSETS);
        }
        return words.nearBefore(at, 2, EITHER) && !words.nearBefore(at, 2, ONSETS) && nearInSentence(words, at, EVENTS);
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
