package dev.smartdoctor.assistant.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether what was mentioned was denied ("no chest pain", "denies fever", "बुखार नहीं"). When in doubt it is not: a
 * wrong denial could hide an emergency, a wrong finding only raises a question.
 */
final class Negation {

    private static final int REACH = 8;
    private static final int REACH_BACK = 3;
    private static final Set<String> STORY_GOES_ON = Set.of("since", "for", "when", "that", "from", "started", "with",
            "which",
            "desde", "que", "منذ");

    private final Set<String> before = new HashSet<>();
    private final Set<String> strong = new HashSet<>();
    private final Set<String> after = new HashSet<>();
    private final Set<String> end = new HashSet<>();
    private final Set<String> or = new HashSet<>();
    private final List<List<String>> exceptions = new ArrayList<>();

    Negation(Collection<LexiconFile> files) {
        for (LexiconFile file : files) {
            addWords(file.negation().before(), before);
            addWords(file.negation().strong(), strong);
            addWords(file.negation().after(), after);
            addWords(file.negation().end(), end);
            addWords(file.negation().or(), or);
            file.negation().exceptions().forEach(phrase -> exceptions.add(words(phrase)));
        }
        before.addAll(strong);
    }

    private static void addWords(List<String> phrases, Set<String> words) {
        phrases.forEach(phrase -> words.add(words(phrase).get(0)));
    }

    private static List<String> words(String phrase) {
        return Tokenizer.tokens(phrase).stream().map(Token::text).toList();
    }

    /** Which tokens deny nothing, although they look like it: "no relief", "not getting better". */
    boolean[] powerless(List<Token> tokens) {
        boolean[] powerless = new boolean[tokens.size()];
        for (List<String> phrase : exceptions) {
            for (int i = 0; i + phrase.size() <= tokens.size(); i++) {
                if (standsAt(phrase, tokens, i)) {
                    for (int j = i; j < i + phrase.size(); j++) {
                        powerless[j] = true;
                    }
                }
            }
        }
        return powerless;
    }

    private static boolean standsAt(List<String> phrase, List<Token> tokens, int at) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.get(i).equals(tokens.get(at + i).text())) {
                return false;
            }
        }
        return true;
    }

    boolean denied(Mention mention, List<Token> tokens, boolean[] powerless) {
        return deniedBefore(mention, tokens, powerless) || deniedAfter(mention, tokens, powerless);
    }

    private boolean deniedBefore(Mention mention, List<Token> tokens, boolean[] powerless) {
        Token start = tokens.get(mention.from());
        for (int i = mention.from() - 1; i >= 0 && tokens.get(i).sentence() == start.sentence(); i--) {
            String word = tokens.get(i).text();
            if (before.contains(word) && !powerless[i]) {
                boolean sameClause = tokens.get(i).clause() == start.clause();
                return strong.contains(word) || (sameClause ? mention.from() - i <= REACH : isList(mention, tokens));
            }
            if (end.contains(word)) {
                return false;
            }
        }
        return false;
    }

    /** "no fever, cough or chest pain": the "or" carries the denial over the commas, and only there. */
    private boolean isList(Mention mention, List<Token> tokens) {
        int clause = tokens.get(mention.from()).clause();
        for (int i = mention.from() - 1; i >= 0 && tokens.get(i).clause() == clause; i--) {
            if (or.contains(tokens.get(i).text())) {
                return true;
            }
        }
        int last = Math.min(tokens.size(), mention.to() + 4);
        int sentence = tokens.get(mention.from()).sentence();
        for (int i = mention.to(); i < last && tokens.get(i).sentence() == sentence; i++) {
            if (STORY_GOES_ON.contains(tokens.get(i).text())) {
                return false;
            }
            if (or.contains(tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private boolean deniedAfter(Mention mention, List<Token> tokens, boolean[] powerless) {
        Token last = tokens.get(mention.to() - 1);
        for (int i = mention.to(); i < Math.min(tokens.size(), mention.to() + REACH_BACK); i++) {
            Token token = tokens.get(i);
            if (token.clause() != last.clause()) {
                return false;
            }
            if (after.contains(token.text()) && !powerless[i]) {
                return true;
            }
        }
        return false;
    }
}
