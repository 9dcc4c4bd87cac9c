package dev.smartdoctor.assistant.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fixed phrases of one word or more, found by their first or last word; the longest wins.
 */
final class Phrases {

    private final Map<String, List<List<String>>> byFirst = new HashMap<>();
    private final Map<String, List<List<String>>> byLast = new HashMap<>();

    Phrases(List<String> phrases) {
        phrases.stream().map(phrase -> Tokenizer.tokens(phrase).stream().map(Token::text).toList())
                .sorted(Comparator.comparing((List<String> words) -> words.size()).reversed()).forEach(words -> {
                    byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
                    byLast.computeIfAbsent(words.get(words.size() - 1), last -> new ArrayList<>()).add(words);
                });
    }

    /** How many words the phrase that starts here has; 0 if none does. */
    int startingAt(List<Token> tokens, int at) {
        for (List<String> words : byFirst.getOrDefault(tokens.get(at).text(), List.of())) {
            if (standsAt(words, tokens, at)) {
                return words.size();
            }
        }
        return 0;
    }

    /** How many words the phrase that ends here has; 0 if none does. */
    int endingAt(List<Token> tokens, int at) {
        for (List<String> words : byLast.getOrDefault(tokens.get(at).text(), List.of())) {
            if (standsAt(words, tokens, at - words.size() + 1)) {
                return words.size();
            }
        }
        return 0;
    }

    private static boolean standsAt(List<String> words, List<Token> tokens, int at) {
        if (at < 0 || at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            Token token = tokens.get(at + i);
            if (!words.get(i).equals(token.text()) || token.clause() != tokens.get(at).clause()) {
                return false;
            }
        }
        return true;
    }
}
